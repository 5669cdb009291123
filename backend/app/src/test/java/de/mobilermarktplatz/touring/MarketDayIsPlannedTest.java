package de.mobilermarktplatz.touring;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.touring.SmallCounty.Day;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** T1: from orders to tours that are driven, on the real database. */
@MarktplatzTest
class MarketDayIsPlannedTest {

    private static final LocalDate DAY = SmallCounty.DAY;

    private final SmallCounty county;
    private final TestRegions regions;
    private final Planning planning;
    private final Releasing releasing;
    private final Tours tours;
    private final Orders orders;
    private Region region;

    MarketDayIsPlannedTest(
            BeanFactory beans,
            TestRegions regions,
            Planning planning,
            Releasing releasing,
            Tours tours,
            Orders orders) {
        this.county = new SmallCounty(beans);
        this.regions = regions;
        this.planning = planning;
        this.releasing = releasing;
        this.tours = tours;
        this.orders = orders;
    }

    @BeforeEach
    void aRegion() {
        region = regions.create();
    }

    private Day orderedEverywhere(int vans) {
        Day day = county.in(region, vans);
        for (int i = 0; i < day.calls().size(); i++) {
            county.order(day, day.calls().get(i), day.farms().get(i % 3), 2 + i);
            county.order(day, day.calls().get(i), day.farms().get((i + 1) % 3), 1);
        }
        return day;
    }

    private PlanStart plan() {
        return TestRegions.run(region, planning.plan(region, DAY, "Anna Beispiel"));
    }

    private List<Tour> toursOfDay() {
        return TestRegions.run(region, tours.ofDay(region, DAY).collectList());
    }

    private ReleaseResult release(boolean knowingly) {
        return TestRegions.run(region, releasing.release(region, DAY, knowingly));
    }

    @Test
    void everyCallIsServedInItsWindowAndEveryPickUpStandsBeforeTheCallsThatNeedIt() {
        Day day = orderedEverywhere(2);
        county.confirmed(day);
        assertThat(plan()).isInstanceOf(PlanStart.Started.class);

        assertThat(TestRegions.run(region, planning.latest(region, DAY)).state())
                .isEqualTo(PlanRun.State.DONE);
        List<Tour> planned = toursOfDay();
        assertThat(planned).hasSize(2).allMatch(tour -> tour.state() == TourState.DRAFT);
        assertThat(planned.stream().mapToLong(Tour::calls).sum()).isEqualTo(6);
        Map<UUID, Set<ProducerId>> needed =
                TestRegions.run(region, orders.ofDay(region, DAY).collectList()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        order -> order.call().value(),
                                        Collectors.flatMapping(
                                                order ->
                                                        order.lines().stream()
                                                                .map(line -> line.producer()),
                                                Collectors.toSet())));
        Map<UUID, Call> calls =
                day.calls().stream()
                        .collect(Collectors.toMap(call -> call.id().value(), Function.identity()));
        for (Tour tour : planned) {
            assertThat(tour.visits().getFirst().kind()).isEqualTo(TourVisit.Kind.DEPOT);
            assertThat(tour.visits().getLast().kind()).isEqualTo(TourVisit.Kind.DEPOT);
            assertThat(tour.visits().stream().mapToLong(TourVisit::metres).sum())
                    .isEqualTo(tour.metres());
            Set<ProducerId> aboard = new HashSet<>();
            for (TourVisit visit : tour.visits()) {
                if (visit.producer() != null) {
                    aboard.add(visit.producer());
                }
                if (visit.call() != null) {
                    Call call = calls.get(visit.call().value());
                    assertThat(aboard).containsAll(needed.get(call.id().value()));
                    assertThat(visit.arrive()).isEqualTo(call.from());
                    assertThat(visit.leave()).isEqualTo(call.to());
                }
            }
        }
    }

    @Test
    void aReleaseFixesToursSharesTheFreeStockAndTellsOncePerTour() {
        Day day = orderedEverywhere(2);
        county.confirmed(day);
        plan();
        assertThat(release(false)).isEqualTo(new ReleaseResult.Released(2));

        assertThat(toursOfDay()).hasSize(2).allMatch(tour -> tour.state() == TourState.RELEASED);
        long shared =
                toursOfDay().stream()
                        .flatMap(
                                tour ->
                                        TestRegions.run(
                                                region,
                                                tours.stock(region, tour.id()).collectList())
                                                .stream())
                        .mapToLong(VanStock::amount)
                        .sum();
        assertThat(shared).isEqualTo(7 + 4);
        assertThat(
                        county.number(
                                region,
                                "SELECT count(*) FROM outbox WHERE region_id = :region AND type ="
                                        + " 'TourReleased'"))
                .isEqualTo(2);
        assertThat(release(false))
                .isEqualTo(new ReleaseResult.Refused(List.of(new ReleaseObstacle.DayNotOpen())));
    }

    @Test
    void aReleasedDayIsNeverPlannedAgain() {
        Day day = orderedEverywhere(2);
        county.confirmed(day);
        plan();
        release(false);
        List<Tour> before = toursOfDay();
        assertThat(plan()).isEqualTo(new PlanStart.DayFixed(DAY));
        assertThat(toursOfDay()).isEqualTo(before);
    }

    @Test
    void aSecondPlanTakesThePlaceOfTheFirstDrafts() {
        Day day = orderedEverywhere(2);
        county.confirmed(day);
        plan();
        List<Tour> before = toursOfDay();
        plan();
        assertThat(toursOfDay())
                .hasSameSizeAs(before)
                .noneMatch(tour -> before.stream().anyMatch(old -> old.id().equals(tour.id())));
    }

    @Test
    void ofSeveralDispatchersAtOnceOnePlansAndTheOthersAreTold() {
        orderedEverywhere(2);
        List<PlanStart> starts =
                TestRegions.run(
                        region,
                        Flux.merge(
                                        IntStream.range(0, 5)
                                                .mapToObj(
                                                        i ->
                                                                planning.plan(
                                                                        region, DAY, "Person " + i))
                                                .toList())
                                .collectList());
        assertThat(starts).filteredOn(PlanStart.Started.class::isInstance).hasSize(1);
        assertThat(starts).filteredOn(PlanStart.Busy.class::isInstance).hasSize(4);
        assertThat(toursOfDay()).hasSize(2);
    }

    @Test
    void oneVanIsNotEnoughAndTheDeskReadsWhy() {
        Day day = orderedEverywhere(1);
        county.confirmed(day);
        plan();
        List<UnservedCall> left =
                TestRegions.run(region, planning.unserved(region, DAY).collectList());
        assertThat(left).hasSize(3).allMatch(call -> call.reason().startsWith("Wagen 1: "));

        assertThat(release(false))
                .isInstanceOfSatisfying(
                        ReleaseResult.Refused.class,
                        refused ->
                                assertThat(refused.obstacles())
                                        .singleElement()
                                        .isInstanceOf(ReleaseObstacle.CallsUnserved.class));
        assertThat(release(true)).isEqualTo(new ReleaseResult.Released(1));
    }

    @Test
    void nothingIsReleasedWhilePeopleMayOrderOrAFarmHasNotAnswered() {
        orderedEverywhere(2);
        plan();
        assertThat(release(true))
                .isInstanceOfSatisfying(
                        ReleaseResult.Refused.class,
                        refused ->
                                assertThat(refused.obstacles())
                                        .singleElement()
                                        .isInstanceOfSatisfying(
                                                ReleaseObstacle.OrdersStillOpen.class,
                                                open ->
                                                        assertThat(open.until())
                                                                .isEqualTo(
                                                                        "Montag, 30. November um"
                                                                                + " 18:10 Uhr")));
        county.afterCutOff();
        assertThat(release(false))
                .isInstanceOfSatisfying(
                        ReleaseResult.Refused.class,
                        refused ->
                                assertThat(refused.obstacles())
                                        .singleElement()
                                        .isEqualTo(
                                                new ReleaseObstacle.RequestsOpen(
                                                        "Backstube Ährenkorn, Hof Sonnenfeld,"
                                                                + " Molkerei Beispiel")));
    }

    @Test
    void anOrderThatCameAfterThePlanMakesItOutdated() {
        Day day = orderedEverywhere(2);
        plan();
        county.aMinuteLater();
        county.order(day, day.calls().getFirst(), day.farms().getFirst(), 1);
        county.confirmed(day);
        assertThat(TestRegions.run(region, releasing.obstacles(region, DAY)))
                .containsExactly(new ReleaseObstacle.PlanOutdated());
    }

    @Test
    void aDayWithoutCallsOrACountyWithoutVansIsRefusedInWords() {
        county.in(region, 0);
        assertThat(plan()).isEqualTo(new PlanStart.NoVans());
        LocalDate sunday = LocalDate.of(2026, 11, 29);
        assertThat(TestRegions.run(region, planning.plan(region, sunday, "Anna")))
                .isEqualTo(new PlanStart.NoMarketDay(sunday));
        assertThat(TestRegions.run(region, Mono.defer(() -> planning.cancel(region, DAY))))
                .isFalse();
    }
}
