package de.mobilermarktplatz.collection;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@MarktplatzTest
class AskingTheProducerTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/r/\\S+)");

    private final TestRegions regions;
    private final ApplicationContext beans;
    private final ProducerRequests requests;
    private final Jobs jobs;
    private final People people;
    private final TestHttp http;
    private final TestClock clock;
    private FarmDay day;
    private Browser stranger;

    AskingTheProducerTest(
            TestRegions regions,
            ApplicationContext beans,
            ProducerRequests requests,
            Jobs jobs,
            People people,
            TestHttp http,
            TestClock clock) {
        this.regions = regions;
        this.beans = beans;
        this.requests = requests;
        this.jobs = jobs;
        this.people = people;
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void aFarmWithCheeseAndJuice() {
        clock.set(TestClock.MONDAY_MORNING);
        day = new FarmDay(regions.create(), beans);
        stranger = new Browser(http, day.region);
    }

    private List<ProducerRequest> made() {
        return Objects.requireNonNull(
                day.run(requests.from(day.region, FarmDay.THURSDAY).collectList()));
    }

    private void freeze() {
        clock.set(FarmDay.FROZEN);
        day.run(jobs.runNow(day.region, "collection.make-requests"));
    }

    /** Path of the page that the newest mail to the producer links to. */
    private String link() {
        Matcher matcher = LINK.matcher(day.messages("producer-request").getLast());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void tenMinutesAfterTheCutOffThereIsOneNumberedRequest() {
        Order first = day.order("K-1", 4);
        day.order("K-1", 3);
        clock.set(FarmDay.FROZEN.minusSeconds(1));
        day.run(jobs.runNow(day.region, "collection.make-requests"));
        assertThat(made()).isEmpty();

        freeze();
        freeze();
        ProducerRequest request = made().getFirst();
        assertThat(made()).hasSize(1);
        assertThat(request.number()).isEqualTo(1);
        assertThat(request.addendum()).isZero();
        assertThat(request.lines())
                .extracting(
                        RequestLine::articleNumber,
                        RequestLine::requested,
                        RequestLine::vanQuantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("S-1", 0L, 10L),
                        org.assertj.core.groups.Tuple.tuple("K-1", 7L, 5L));
        assertThat(day.now(first.id()).lines().getFirst().state()).isEqualTo(LineState.REQUESTED);
        assertThat(day.messages("producer-request").getLast())
                .contains("Anforderung Nr. 1 für Donnerstag, 26. November 2026")
                .contains("12 Stück  K-1 Bauernkäse (davon 5 Stück für den Verkauf am Wagen)")
                .contains("zwischen 6:00 bis 8:00 Uhr");
    }

    @Test
    void theProducerConfirmsEverythingByTheLinkWithoutSigningIn() {
        Order order = day.order("K-1", 4);
        freeze();
        String link = link();
        assertThat(stranger.get(link).body()).contains("Alles bestätigen").contains("Bauernkäse");
        assertThat(stranger.post(link + "/alles", Map.of()).status()).isEqualTo(303);
        assertThat(stranger.get(link).body())
                .contains("bestätigt")
                .doesNotContain("Alles bestätigen");
        assertThat(day.now(order.id()).lines().getFirst().state()).isEqualTo(LineState.CONFIRMED);
        assertThat(day.now(order.id()).total()).isEqualTo(order.total());
        assertThat(day.facts("LinesCut")).isZero();
    }

    @Test
    void aCutIsSharedOutFairlyTheAmountsShrinkAndPeopleAreTold() {
        Order five = day.order("K-1", 5);
        Order three = day.order("K-1", 3);
        Order two = day.order("K-1", 2);
        freeze();
        String link = link();
        stranger.get(link);
        Browser.Answer answer =
                stranger.post(link + "/kuerzen", Map.of("menge-1", "10", "menge-2", "6"));
        assertThat(answer.status()).isEqualTo(303);

        assertThat(day.offer("K-1").vanQuantity()).isZero();
        assertThat(day.offer("S-1").vanQuantity()).isEqualTo(10);
        assertThat(
                        List.of(five, three, two).stream()
                                .map(order -> day.now(order.id()).lines().getFirst())
                                .map(line -> line.current().quantity())
                                .toList())
                .containsExactly(3L, 2L, 1L);
        assertThat(day.now(five.id()).total()).isEqualTo(Money.cents(3 * 450));
        assertThat(day.now(two.id()).lines().getFirst().state()).isEqualTo(LineState.CUT);
        assertThat(day.facts("LinesCut")).isEqualTo(3);
        assertThat(stranger.get(link).body()).contains("gekürzt");
    }

    @Test
    void aSmallCutTakesFromTheFreeSaleBeforeAnyOrder() {
        Order order = day.order("K-1", 10);
        freeze();
        String link = link();
        stranger.get(link);
        stranger.post(link + "/kuerzen", Map.of("menge-1", "10", "menge-2", "12"));
        assertThat(day.offer("K-1").vanQuantity()).isEqualTo(2);
        assertThat(day.now(order.id()).lines().getFirst().state()).isEqualTo(LineState.CONFIRMED);
    }

    @Test
    void aRequestIsAnsweredOnceAndTheSecondAnswerChangesNothing() {
        Order order = day.order("K-1", 4);
        freeze();
        String link = link();
        stranger.get(link);
        stranger.post(link + "/alles", Map.of());
        stranger.post(link + "/kuerzen", Map.of("menge-1", "0", "menge-2", "0"));
        assertThat(day.now(order.id()).lines().getFirst().current().quantity()).isEqualTo(4);
        assertThat(made().getFirst().lines().getLast().confirmed()).isEqualTo(9);
    }

    @Test
    void whatCannotBeBroughtIsRefusedInWordsAndNothingIsSaved() {
        day.order("K-1", 4);
        freeze();
        String link = link();
        stranger.get(link);
        Browser.Answer answer =
                stranger.post(link + "/kuerzen", Map.of("menge-1", "-3", "menge-2", "99"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Apfelsaft: Schreiben Sie eine Zahl von 0 bis 10 Stück.")
                .contains("Bauernkäse: Es sind höchstens 9 Stück bestellt.");
        assertThat(made().getFirst().answeredAt()).isNull();
    }

    @Test
    void aForgedOrForeignLinkOpensNothing() {
        day.order("K-1", 4);
        freeze();
        String link = link();
        assertThat(stranger.get(link.substring(0, link.length() - 2) + "AA").status())
                .isEqualTo(410);
        FarmDay elsewhere = new FarmDay(regions.create(), beans);
        String foreign = link.replace(day.region.slug() + "/", elsewhere.region.slug() + "/");
        assertThat(stranger.get(foreign).status()).isEqualTo(410);
    }

    @Test
    void theRequestIsAlsoATableForTheFarmsOwnPrograms() {
        day.order("K-1", 4);
        freeze();
        assertThat(stranger.get(link() + "/datei.csv").body())
                .contains("anforderung;markttag;artikelnummer")
                .contains("1;2026-11-26;K-1;Bauernkäse;Stück;4;5;9");
    }

    @Test
    void anOrderThatArrivesTooLateForTheRequestComesAsANumberedAddendum() {
        day.order("K-1", 4);
        clock.set(FarmDay.CUT_OFF.minusSeconds(30));
        Order card = day.order(day.firstCall, PayBy.CARD, "K-1", 2);
        freeze();
        // The payment was authorised in the very second in which the request was made.
        day.sql(
                "UPDATE orders SET held_until = NULL WHERE region_id = :region AND order_id = :order",
                Map.of("order", card.id().value()));
        freeze();
        assertThat(made())
                .extracting(ProducerRequest::addendum, ProducerRequest::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 1L),
                        org.assertj.core.groups.Tuple.tuple(1, 2L));
        assertThat(made().getLast().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.total()).isEqualTo(2));
        assertThat(day.messages("producer-request").getLast()).contains("2 (Nachtrag 1)");
    }

    @Test
    void theDeskSeesWhatIsOverdueAndTheProducerTheOwnRequests() {
        day.order("K-1", 4);
        freeze();
        day.run(people.addStaff(day.region, "anna", "Anna Beispiel", Role.DISPATCHER, "richtig"));
        Browser desk = new Browser(http, day.region);
        desk.get("/anmelden");
        desk.post("/anmelden", Map.of("login", "anna", "password", "richtig"));
        assertThat(desk.get("/leitstelle/anforderungen").body()).contains("wartet auf Antwort");
        clock.advance(Duration.ofHours(11));
        assertThat(desk.get("/leitstelle/anforderungen").body())
                .contains("Eine Antwort ist überfällig.")
                .contains("Hof Beispiel");
        day.farm.comeIn();
        assertThat(day.farm.farmer().get("/erzeuger/anforderungen").body()).contains("überfällig");
        assertThat(day.farm.farmer().get("/leitstelle/anforderungen").status()).isEqualTo(403);
    }
}
