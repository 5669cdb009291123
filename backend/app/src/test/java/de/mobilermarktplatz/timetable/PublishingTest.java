package de.mobilermarktplatz.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.testing.TestTimetable;
import de.mobilermarktplatz.timetable.domain.PatternException;
import de.mobilermarktplatz.timetable.store.StoredPattern;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The clock stands on Monday, 23 November 2026; eight weeks ahead is 18 January 2027. */
@MarktplatzTest
class PublishingTest {

    private static final LocalTime TEN = LocalTime.of(10, 20);
    private static final LocalTime LATER = LocalTime.of(10, 50);
    private static final GeoPoint HERE = new GeoPoint(51_822_228, 11_626_926);

    private final TestRegions regions;
    private final TestTimetable test;
    private final TestClock clock;
    private final Timetable timetable;
    private final TimetableDesk desk;
    private final Jobs jobs;
    private final DatabaseClient db;
    private Region region;
    private StopId stop;

    PublishingTest(
            TestRegions regions,
            TestTimetable test,
            TestClock clock,
            Timetable timetable,
            TimetableDesk desk,
            Jobs jobs,
            DatabaseClient db) {
        this.regions = regions;
        this.test = test;
        this.clock = clock;
        this.timetable = timetable;
        this.desk = desk;
        this.jobs = jobs;
        this.db = db;
    }

    @BeforeEach
    void aVillageWithAStop() {
        clock.set(TestClock.MONDAY_MORNING);
        region = regions.create();
        Place village = test.village(region, "Rathmannsdorf", "39418", HERE);
        stop = test.stop(region, "954031", "Friedensplatz", village, HERE);
    }

    private List<LocalDate> openDays() {
        return TestRegions.run(region, timetable.openDays(region).collectList());
    }

    private void fridays() {
        test.weekly(region, stop, LocalDate.of(2026, 11, 27), TEN, LATER, TestTimetable.ROOM);
    }

    @Test
    void callsArePublishedEightWeeksAheadAndNotOnHolidays() {
        fridays();
        assertThat(openDays())
                .containsExactly(
                        LocalDate.of(2026, 11, 27),
                        LocalDate.of(2026, 12, 4),
                        LocalDate.of(2026, 12, 11),
                        LocalDate.of(2026, 12, 18),
                        LocalDate.of(2027, 1, 8),
                        LocalDate.of(2027, 1, 15));
    }

    @Test
    void theJobPublishesTheNextWeekAndNothingTwice() {
        fridays();
        assertThat(TestRegions.run(region, desk.publish(region))).isZero();
        clock.advance(Duration.ofDays(7));
        jobs.runNow(region, "timetable.publish-calls").block();
        assertThat(openDays())
                .startsWith(LocalDate.of(2026, 12, 4))
                .endsWith(LocalDate.of(2027, 1, 22));
        assertThat(test.callsOn(region, LocalDate.of(2026, 12, 4))).hasSize(1);
    }

    @Test
    void aCallHasItsWindowItsStopAndItsRoom() {
        fridays();
        Call call = test.callsOn(region, LocalDate.of(2026, 12, 4)).getFirst();
        assertThat(call.from()).isEqualTo(TEN);
        assertThat(call.to()).isEqualTo(LATER);
        assertThat(call.stop().spokenName()).isEqualTo("Rathmannsdorf, Friedensplatz");
        assertThat(TestRegions.run(region, timetable.capacity(region, call.id()).collectList()))
                .containsExactlyInAnyOrder(
                        new CallCapacity(ColdClass.AMBIENT, 200_000, 200_000),
                        new CallCapacity(ColdClass.CHILLED, 80_000, 80_000),
                        new CallCapacity(ColdClass.FROZEN, 0, 0));
        assertThat(TestRegions.run(region, timetable.call(region, call.id()))).isEqualTo(call);
    }

    @Test
    void whatIsEnteredForADayComesBeforeThePattern() {
        LocalDate friday = LocalDate.of(2026, 11, 27);
        TestRegions.run(
                region,
                desk.addPattern(
                        region,
                        new NewPattern(
                                stop,
                                friday.getDayOfWeek(),
                                2,
                                TEN,
                                LATER,
                                friday,
                                null,
                                TestTimetable.ROOM)));
        StoredPattern pattern =
                TestRegions.run(region, desk.patterns(region).collectList()).getFirst();
        Mono<Void> exceptions =
                desk.except(
                                region,
                                pattern.id(),
                                new PatternException.Moved(
                                        friday, LocalTime.NOON, LocalTime.of(13, 0)))
                        .then(
                                desk.except(
                                        region,
                                        pattern.id(),
                                        new PatternException.Cancelled(LocalDate.of(2026, 12, 11))))
                        .then(
                                desk.except(
                                        region,
                                        pattern.id(),
                                        new PatternException.Runs(LocalDate.of(2026, 12, 25))));
        TestRegions.run(region, exceptions.then(desk.publish(region)));

        assertThat(openDays())
                .containsExactly(friday, LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 8));
        assertThat(test.callsOn(region, friday).getFirst().from()).isEqualTo(LocalTime.NOON);
    }

    @Test
    void aReleasedDayIsNoLongerOpenAndTakesNoNewCall() {
        fridays();
        LocalDate friday = LocalDate.of(2026, 12, 4);
        assertThat(TestRegions.run(region, desk.release(region, friday))).isTrue();
        assertThat(TestRegions.run(region, desk.release(region, friday))).isFalse();
        assertThat(openDays()).doesNotContain(friday);

        test.weekly(
                region, stop, friday, LocalTime.of(15, 0), LocalTime.of(16, 0), TestTimetable.ROOM);
        assertThat(test.callsOn(region, friday)).hasSize(1);
        assertThat(test.callsOn(region, friday.plusWeeks(1))).hasSize(2);

        assertThat(TestRegions.run(region, desk.close(region, friday))).isTrue();
        assertThat(TestRegions.run(region, timetable.marketDay(region, friday)).state())
                .isEqualTo(MarketDay.State.CLOSED);
    }

    @Test
    void everyNewMarketDayIsTold() {
        fridays();
        List<String> told =
                TestRegions.run(
                        region,
                        db.sql(
                                        "SELECT body->>'day' AS day FROM outbox WHERE region_id = :region AND type = 'MarketDayOpened' ORDER BY 1")
                                .bind("region", region.id().value())
                                .map(row -> row.get("day", String.class))
                                .all()
                                .collectList());
        assertThat(told).isEqualTo(openDays().stream().map(LocalDate::toString).toList());
    }

    @Test
    void anotherRegionSeesNothingOfIt() {
        fridays();
        Call call = test.callsOn(region, LocalDate.of(2026, 12, 4)).getFirst();
        Region other = regions.create();
        assertThat(TestRegions.run(other, timetable.call(other, call.id()))).isNull();
        assertThat(TestRegions.run(other, timetable.call(region, call.id()))).isNull();
        assertThat(TestRegions.run(other, timetable.stops(region).collectList())).isEmpty();
    }
}
