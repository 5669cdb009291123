package de.mobilermarktplatz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.catalogue.Products;
import de.mobilermarktplatz.collection.ProducerRequest;
import de.mobilermarktplatz.collection.ProducerRequests;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.payment.LedgerSums;
import de.mobilermarktplatz.payment.Payments;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Borders;
import de.mobilermarktplatz.region.Places;
import de.mobilermarktplatz.sync.BookCheck;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.timetable.MarketDay;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.touring.Planning;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourState;
import de.mobilermarktplatz.touring.Tours;
import de.mobilermarktplatz.touring.Vans;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The county that a newcomer sees, loaded once: on a Monday morning, so Tuesday is planned. */
@Tag("proof")
@MarktplatzTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleCountyTest {

    private static final LocalDate FINISHED = LocalDate.of(2026, 11, 21);
    private static final LocalDate PLANNED = LocalDate.of(2026, 11, 24);
    private static final CountyFolder FOLDER = new CountyFolder("salzlandkreis");

    private final SampleCounty county;
    private final SampleStaff staff;
    private final StartNotice notice;
    private final TestClock clock;
    private final TestHttp http;
    private final Timetable timetable;
    private final Places places;
    private final Borders borders;
    private final Producers producers;
    private final Products products;
    private final Offers offers;
    private final Orders orders;
    private final ProducerRequests requests;
    private final Payments payments;
    private final Vans vans;
    private final Tours tours;
    private final Planning planning;
    private final BookCheck books;
    private Region region;

    SampleCountyTest(
            SampleCounty county,
            SampleStaff staff,
            StartNotice notice,
            TestClock clock,
            TestHttp http,
            Timetable timetable,
            Places places,
            Borders borders,
            Producers producers,
            Products products,
            Offers offers,
            Orders orders,
            ProducerRequests requests,
            Payments payments,
            Vans vans,
            Tours tours,
            Planning planning,
            BookCheck books) {
        this.county = county;
        this.staff = staff;
        this.notice = notice;
        this.clock = clock;
        this.http = http;
        this.timetable = timetable;
        this.places = places;
        this.borders = borders;
        this.producers = producers;
        this.products = products;
        this.offers = offers;
        this.orders = orders;
        this.requests = requests;
        this.payments = payments;
        this.vans = vans;
        this.tours = tours;
        this.planning = planning;
        this.books = books;
    }

    @BeforeAll
    void theSampleCounty() {
        clock.set(TestClock.MONDAY_MORNING);
        long began = System.nanoTime();
        region = county.load(FOLDER).block();
        System.out.printf(
                "sample county loaded in %d ms%n", (System.nanoTime() - began) / 1_000_000);
    }

    private <T> List<T> all(Flux<T> some) {
        return TestRegions.run(region, some.collectList());
    }

    private <T> T one(Mono<T> some) {
        return TestRegions.run(region, some);
    }

    @Test
    void theWholeCountyIsThere() {
        assertThat(FOLDER.rows("municipalities.csv")).hasSize(21);
        assertThat(all(borders.all(region)).stream().map(border -> border.key().length()))
                .hasSize(22)
                .contains(5)
                .contains(8);
        assertThat(all(timetable.stops(region))).hasSizeBetween(60, 100);
        Map<String, String> municipalities =
                one(
                        places.all(region)
                                .collectMap(
                                        place -> place.key(), place -> place.municipalityKey()));
        assertThat(
                        all(timetable.stops(region)).stream()
                                .map(stop -> municipalities.get(stop.placeKey()))
                                .distinct())
                .as("municipalities where a van stops")
                .hasSize(21);
        assertThat(all(producers.all(region))).hasSize(10);
        assertThat(all(vans.active(region)))
                .hasSize(3)
                .allMatch(van -> van.compartments().size() == ColdClass.values().length);
    }

    @Test
    void everyArticleOfEveryFileIsThereAndCanBeBought() {
        List<Product> articles = all(products.all(region));
        assertThat(articles).hasSize(150).noneMatch(Product::paused);
        assertThat(articles.stream().filter(product -> product.article().gtin() != null))
                .hasSizeGreaterThan(80)
                .allMatch(product -> product.article().gtin().isInStore());
        List<LocalDate> open = all(timetable.openDays(region));
        assertThat(open).hasSizeGreaterThan(20);
        assertThat(all(offers.forDay(region, open.getLast()))).hasSize(150);
    }

    @Test
    void everyStopIsServedOnceAWeek() {
        long calls =
                Flux.range(8, 7)
                        .map(PLANNED::plusDays)
                        .flatMapIterable(day -> all(timetable.callsOn(region, day)))
                        .count()
                        .block();
        assertThat(calls).isEqualTo(all(timetable.stops(region)).size());
    }

    @Test
    void theFinishedDayIsInTheBooksToTheCent() {
        assertThat(one(timetable.marketDay(region, FINISHED)).state())
                .isEqualTo(MarketDay.State.CLOSED);
        assertThat(all(tours.ofDay(region, FINISHED)))
                .hasSize(3)
                .allMatch(tour -> tour.state() == TourState.CLOSED);
        assertThat(all(books.verify(region))).hasSize(3).allMatch(BookCheck.Verdict::intact);

        List<Order> placed = all(orders.ofDay(region, FINISHED));
        assertThat(placed)
                .hasSizeGreaterThan(100)
                .allMatch(order -> order.state().compareTo(OrderState.HANDED_OVER) >= 0);
        assertThat(placed.stream().filter(order -> order.state() == OrderState.UNCOLLECTED))
                .as("a few people forget")
                .hasSizeBetween(1, 10);
        long byCard =
                placed.stream()
                        .filter(order -> order.payBy() == PayBy.CARD)
                        .filter(order -> order.state() == OrderState.HANDED_OVER)
                        .mapToLong(order -> order.total().cents())
                        .sum();
        LedgerSums sums = one(payments.sums(region, FINISHED));
        assertThat(byCard).isPositive();
        assertThat(sums.captured().cents()).isEqualTo(byCard);
        assertThat(sums.held().cents()).isZero();
    }

    @Test
    void theDeskSeesTheFinishedDayReconciled() {
        String page = desk().get("/leitstelle/abrechnung/" + FINISHED).body();
        assertThat(page).contains("Alles stimmt").doesNotContain("Es gibt Unterschiede");
    }

    @Test
    void theNextDayIsBeingPlanned() {
        assertThat(one(timetable.marketDay(region, PLANNED)).state())
                .isEqualTo(MarketDay.State.OPEN);
        List<Tour> drafts = all(tours.ofDay(region, PLANNED));
        assertThat(drafts).hasSize(3).allMatch(tour -> tour.state() == TourState.DRAFT);
        assertThat(all(planning.unserved(region, PLANNED))).isEmpty();
        List<ProducerRequest> asked =
                all(requests.from(region, PLANNED)).stream()
                        .filter(request -> request.marketDay().equals(PLANNED))
                        .toList();
        assertThat(asked).anyMatch(request -> request.answeredAt() != null);
        assertThat(asked).anyMatch(request -> request.answeredAt() == null);
    }

    @Test
    void theThreeVansCanServeEveryCallOfTheWeek() {
        for (LocalDate day : List.of(PLANNED.plusDays(2), PLANNED.plusDays(4))) {
            one(planning.plan(region, day, SampleStaff.DISPATCHER));
            assertThat(all(planning.unserved(region, day))).as(day.toString()).isEmpty();
        }
        assertThat(all(planning.unserved(region, FINISHED))).isEmpty();
    }

    @Test
    void hundredsOfPeopleHaveOrdered() {
        List<Order> placed =
                Flux.range(0, 14)
                        .map(FINISHED::plusDays)
                        .flatMapIterable(day -> all(orders.ofDay(region, day)))
                        .collectList()
                        .block();
        assertThat(placed).hasSizeBetween(240, 350);
        assertThat(placed.stream().map(order -> order.customer().name()).distinct())
                .hasSizeGreaterThan(150)
                .contains("Erika Beispiel");
        assertThat(placed)
                .filteredOn(order -> order.state() != OrderState.UNCOLLECTED)
                .allMatch(order -> order.total().isPositive());
    }

    @Test
    void theClockIsBackAndASecondLoadChangesNothing() {
        assertThat(clock.instant()).isEqualTo(TestClock.MONDAY_MORNING);
        long before = all(orders.ofDay(region, PLANNED)).size();
        Region again = county.load(FOLDER).block();
        assertThat(again).isEqualTo(region);
        assertThat(all(orders.ofDay(region, PLANNED))).hasSize((int) before);
        assertThat(all(books.verify(region))).hasSize(3);
    }

    @Test
    void everyAddressThatTheStartPrintsCanBeOpened() {
        String text = notice.text(region, FOLDER, http.url()).block();
        assertThat(new Browser(http, region).get("/").body()).contains("Beispieldaten");

        Matcher link = Pattern.compile(http.url() + "(/r/salzlandkreis/p/\\S+)").matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(new Browser(http, region).get(link.group(1)).location()).endsWith("/erzeuger");

        Matcher password = Pattern.compile("als (\\w+), Passwort (\\w+)").matcher(text);
        assertThat(password.find()).isTrue();
        assertThat(password.group(2)).isEqualTo(staff.password());
        assertThat(desk().get("/postfach").status()).isEqualTo(200);
        assertThat(text).containsPattern("Einmalcode \\S{6,}");
    }

    @Test
    void everyPageOfEveryFaceSaysThatItIsSampleData() {
        LabelWalk stranger = new LabelWalk(new Browser(http, region)).from("/", "/gibt-es-nicht");
        LabelWalk office = new LabelWalk(desk()).from("/leitstelle", "/postfach", "/erzeuger");
        Browser farm = new Browser(http, region);
        String personal =
                notice.text(region, FOLDER, http.url())
                        .block()
                        .replaceAll("(?s).*(/r/salzlandkreis/p/\\S+).*", "$1");
        assertThat(farm.get(personal).location()).endsWith("/erzeuger");
        LabelWalk producer = new LabelWalk(farm).from("/erzeuger", "/erzeuger/anforderungen");

        assertThat(stranger.unlabelled()).isEmpty();
        assertThat(office.unlabelled()).isEmpty();
        assertThat(producer.unlabelled()).isEmpty();
        assertThat(stranger.pages() + office.pages() + producer.pages()).isGreaterThan(20);
    }

    @Test
    void everyMessageSaysThatItIsSampleData() {
        String mailbox = desk().get("/postfach").body();
        Matcher message = Pattern.compile("href=\"([^\"]*/postfach/[^\"]+)\"").matcher(mailbox);
        assertThat(message.find()).isTrue();
        assertThat(desk().get(message.group(1)).body().split("Beispieldaten:", -1))
                .as("once in the page's frame, once in the message")
                .hasSizeGreaterThan(2);
    }

    private Browser desk() {
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        assertThat(
                        browser.post(
                                        "/anmelden",
                                        Map.of(
                                                "login",
                                                SampleStaff.DESK_LOGIN,
                                                "password",
                                                staff.password()))
                                .location())
                .endsWith("/leitstelle");
        return browser;
    }
}
