package de.mobilermarktplatz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.catalogue.Products;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.touring.PlanRun;
import de.mobilermarktplatz.touring.Planning;
import de.mobilermarktplatz.touring.Vans;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MarktplatzTest
class SampleCountyTest {

    private static final LocalDate FIRST_FULL_DAY = LocalDate.of(2026, 11, 26);

    private final SampleCounty county;
    private final StartNotice notice;
    private final TestClock clock;
    private final TestHttp http;
    private final Timetable timetable;
    private final Producers producers;
    private final Products products;
    private final Offers offers;
    private final Orders orders;
    private final Vans vans;
    private final Planning planning;
    private final Relay relay;
    private Region region;

    SampleCountyTest(
            SampleCounty county,
            StartNotice notice,
            TestClock clock,
            TestHttp http,
            Timetable timetable,
            Producers producers,
            Products products,
            Offers offers,
            Orders orders,
            Vans vans,
            Planning planning,
            Relay relay) {
        this.county = county;
        this.notice = notice;
        this.clock = clock;
        this.http = http;
        this.timetable = timetable;
        this.producers = producers;
        this.products = products;
        this.offers = offers;
        this.orders = orders;
        this.vans = vans;
        this.planning = planning;
        this.relay = relay;
    }

    @BeforeEach
    void theSampleCounty() {
        clock.set(TestClock.MONDAY_MORNING);
        region = county.load("musterkreis").block();
        relay.drain(region).block();
    }

    private record Counts(long stops, long producers, long products, long vans, long orders) {}

    private Counts counts() {
        return new Counts(
                TestRegions.run(region, timetable.stops(region).count()),
                TestRegions.run(region, producers.all(region).count()),
                TestRegions.run(region, products.all(region).count()),
                TestRegions.run(region, vans.active(region).count()),
                TestRegions.run(region, orders.ofDay(region, FIRST_FULL_DAY).count()));
    }

    @Test
    void loadingTwiceOrOnAnotherDayChangesNothing() {
        Counts first = counts();
        assertThat(first).isEqualTo(new Counts(15, 4, 31, 2, 5));
        county.load("musterkreis").block();
        clock.advance(Duration.ofDays(1));
        county.load("musterkreis").block();
        assertThat(counts()).isEqualTo(first);
    }

    @Test
    void everyArticleCanBeBoughtOnEveryOpenDay() {
        List<LocalDate> days = TestRegions.run(region, timetable.openDays(region).collectList());
        assertThat(days).hasSizeGreaterThan(12).contains(FIRST_FULL_DAY);
        for (LocalDate day : days.subList(1, days.size())) {
            assertThat(TestRegions.run(region, offers.forDay(region, day).count())).isEqualTo(31);
        }
    }

    @Test
    void theInventedOrdersAreRealOrders() {
        List<Order> placed =
                TestRegions.run(region, orders.ofDay(region, FIRST_FULL_DAY).collectList());
        assertThat(placed).hasSize(5).allMatch(order -> order.total().isPositive());
    }

    /** Tuesday of the week with all calls, and Thursday with the invented orders. */
    @Test
    void theTwoVansCanServeTheWholeWeek() {
        for (LocalDate day : List.of(LocalDate.of(2026, 12, 1), FIRST_FULL_DAY)) {
            TestRegions.run(region, planning.plan(region, day, "Lena Leitmuster"));
            assertThat(TestRegions.run(region, planning.latest(region, day)).state())
                    .isEqualTo(PlanRun.State.DONE);
            assertThat(TestRegions.run(region, planning.unserved(region, day).collectList()))
                    .isEmpty();
        }
    }

    @Test
    void everyAddressThatTheStartPrintsCanBeOpened() {
        String text = notice.text(region, http.url()).block();
        Browser browser = new Browser(http, region);
        assertThat(browser.get("/").body()).contains("Beispieldaten").contains("Ilberstedt, Stern");

        Matcher link = Pattern.compile(http.url() + "(/r/musterkreis/p/\\S+)").matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(new Browser(http, region).get(link.group(1)).location()).endsWith("/erzeuger");

        Matcher password = Pattern.compile("als (\\w+), Passwort (\\w+)").matcher(text);
        assertThat(password.find()).isTrue();
        browser.get("/anmelden");
        assertThat(
                        browser.post(
                                        "/anmelden",
                                        Map.of(
                                                "login",
                                                password.group(1),
                                                "password",
                                                password.group(2)))
                                .location())
                .endsWith("/leitstelle");
        assertThat(browser.get("/postfach").status()).isEqualTo(200);
        assertThat(text).containsPattern("Einmalcode \\S{6,}");
    }
}
