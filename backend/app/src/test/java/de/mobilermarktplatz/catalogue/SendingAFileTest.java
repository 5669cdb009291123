package de.mobilermarktplatz.catalogue;

import static de.mobilermarktplatz.catalogue.Farm.CHEESE;
import static de.mobilermarktplatz.catalogue.Farm.HEADER;
import static de.mobilermarktplatz.catalogue.Farm.JUICE;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MarktplatzTest
class SendingAFileTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate NEXT_THURSDAY = THURSDAY.plusWeeks(1);

    private final Producers producers;
    private final Products products;
    private final Offers offers;
    private final People people;
    private final TestRegions regions;
    private final TestHttp http;
    private final TestClock clock;
    private final UuidV7 ids;
    private Region region;
    private Farm farm;

    SendingAFileTest(
            Producers producers,
            Products products,
            Offers offers,
            People people,
            TestRegions regions,
            TestHttp http,
            TestClock clock,
            UuidV7 ids) {
        this.producers = producers;
        this.products = products;
        this.offers = offers;
        this.people = people;
        this.regions = regions;
        this.http = http;
        this.clock = clock;
        this.ids = ids;
    }

    @BeforeEach
    void aFarmAndTwoOpenMarketDays() {
        clock.set(TestClock.MONDAY_MORNING);
        region = regions.create();
        farm = Farm.in(region, producers, people, http, ids);
        TestRegions.run(region, offers.openDays(region, List.of(THURSDAY, NEXT_THURSDAY)));
    }

    private List<OfferView> offered(LocalDate day) {
        return Objects.requireNonNull(
                TestRegions.run(region, offers.forDay(region, day).collectList()));
    }

    private List<Product> articles() {
        return Objects.requireNonNull(
                TestRegions.run(region, products.ofProducer(region, farm.id()).collectList()));
    }

    @Test
    void aGoodFileIsShownFirstAndAppearsInTheShopWhenTakenOver() {
        Browser.Answer sent = farm.send((HEADER + CHEESE + JUICE).getBytes(StandardCharsets.UTF_8));
        assertThat(sent.status()).isEqualTo(303);
        Browser.Answer dryRun = farm.farmer().get(sent.location());
        assertThat(dryRun.body())
                .contains("Bauernkäse")
                .contains("Übernehmen")
                .contains("artikel.csv");
        assertThat(articles()).isEmpty();

        Browser.Answer applied = farm.farmer().post(sent.location() + "/uebernehmen", Map.of());
        assertThat(farm.farmer().get(applied.location()).body())
                .contains("Übernommen: 2 neu, 0 geändert, 0 unverändert, 0 pausiert.")
                .contains("18,00 €/kg");
        assertThat(offered(THURSDAY))
                .extracting(
                        offer -> offer.product().article().number(),
                        OfferView::free,
                        OfferView::vanQuantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("S-1", 30L, 10L),
                        org.assertj.core.groups.Tuple.tuple("K-1", 20L, 5L));
        assertThat(offered(NEXT_THURSDAY)).hasSize(2);
    }

    @Test
    void aWindows1252FileOfAnOldOfficeProgramIsTaken() {
        byte[] old = (HEADER + CHEESE).getBytes(Charset.forName("windows-1252"));
        Browser.Answer sent = farm.send(old);
        assertThat(farm.farmer().get(sent.location()).body())
                .contains("Windows-1252")
                .contains("Bauernkäse");
    }

    @Test
    void errorsAreShownWithCellAndAdviceAndNothingIsKept() {
        Browser.Answer answer =
                farm.send(
                        (HEADER + CHEESE.replace("4,50", "vier Euro"))
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("F2")
                .contains("vier Euro")
                .contains("ist keine Zahl")
                .contains("schreiben Sie")
                .doesNotContain("Übernehmen</button>");
        assertThat(articles()).isEmpty();
    }

    @Test
    void aWrongEncodingAndWrongColumnsAreOneClearSentence() {
        Browser.Answer dos = farm.send((HEADER + CHEESE).getBytes(Charset.forName("IBM850")));
        assertThat(dos.status()).isEqualTo(422);
        assertThat(dos.body()).contains("Zeichenkodierung").contains("CSV UTF-8");
        Browser.Answer columns =
                farm.send("name;farbe\nKäse;gelb\n".getBytes(StandardCharsets.UTF_8));
        assertThat(columns.body()).contains("Es fehlen die Spalten");
        Browser.Answer nothing = farm.send(new byte[0]);
        assertThat(nothing.body()).contains("Die Datei ist leer.");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        farm.takeOver(HEADER + CHEESE + JUICE);
        List<OfferView> before = offered(THURSDAY);
        Browser.Answer again =
                farm.send((HEADER + CHEESE + JUICE).getBytes(StandardCharsets.UTF_8));
        assertThat(farm.farmer().get(again.location()).body())
                .contains("Es gibt nichts zu übernehmen");
        assertThat(farm.takeOver(HEADER + CHEESE + JUICE)).endsWith("?fertig=0-0-2-0");
        assertThat(offered(THURSDAY)).isEqualTo(before);
    }

    @Test
    void aMissingArticleIsPausedAndComesBackWithItsId() {
        farm.takeOver(HEADER + CHEESE + JUICE);
        assertThat(farm.takeOver(HEADER + CHEESE)).endsWith("?fertig=0-0-1-1");
        assertThat(offered(THURSDAY))
                .extracting(offer -> offer.product().article().number())
                .containsExactly("K-1");
        assertThat(articles()).hasSize(2);
        Product paused = articles().getFirst();
        assertThat(paused.paused()).isTrue();
        assertThat(farm.farmer().get("/erzeuger").body()).contains("pausiert");

        assertThat(farm.takeOver(HEADER + CHEESE + JUICE)).endsWith("?fertig=0-1-1-0");
        assertThat(articles().getFirst().id()).isEqualTo(paused.id());
        assertThat(offered(THURSDAY)).hasSize(2);
    }

    @Test
    void aNewPriceReachesOpenDaysOnlyBeforeTheirCutOff() {
        farm.takeOver(HEADER + CHEESE);
        clock.set(Instant.parse("2026-11-25T17:00:00Z"));
        farm.comeIn();
        farm.takeOver(HEADER + CHEESE.replace("4,50", "4,80"));
        assertThat(offered(THURSDAY))
                .extracting(offer -> offer.price().cents())
                .containsExactly(450L);
        assertThat(offered(NEXT_THURSDAY))
                .extracting(offer -> offer.price().cents())
                .containsExactly(480L);
    }

    @Test
    void anArticleWithoutAllergensIsNotOffered() {
        farm.takeOver(HEADER + CHEESE.replace(";Milch;", ";;"));
        assertThat(offered(THURSDAY)).isEmpty();
        assertThat(farm.farmer().get("/erzeuger").body())
                .contains("nicht im Angebot")
                .contains("Die Allergene fehlen");
    }

    @Test
    void aFileThatWasShownAgainstAnOlderCatalogueIsShownAgain() {
        Browser.Answer first = farm.send((HEADER + CHEESE).getBytes(StandardCharsets.UTF_8));
        farm.takeOver(HEADER + JUICE);
        Browser.Answer refused = farm.farmer().post(first.location() + "/uebernehmen", Map.of());
        assertThat(refused.location()).endsWith("?geaendert=true");
        assertThat(farm.farmer().get(refused.location()).body())
                .contains("inzwischen geändert")
                .contains("wird pausiert");
        assertThat(farm.farmer().post(first.location() + "/uebernehmen", Map.of()).location())
                .endsWith("?fertig=1-0-0-1");
    }

    @Test
    void anotherFarmersFileDoesNotExist() {
        Browser.Answer sent = farm.send((HEADER + CHEESE).getBytes(StandardCharsets.UTF_8));
        Farm other = Farm.in(region, producers, people, http, ids);
        assertThat(other.farmer().get(sent.location()).status()).isEqualTo(404);
        assertThat(other.farmer().post(sent.location() + "/uebernehmen", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void dayAfterDayIsOpenedOnceAndGetsEveryArticle() {
        farm.takeOver(HEADER + CHEESE);
        LocalDate later = THURSDAY.plusWeeks(2);
        TestRegions.run(region, offers.openDays(region, List.of(THURSDAY, later)));
        List<OfferView> once = offered(later);
        TestRegions.run(region, offers.openDays(region, List.of(THURSDAY, later)));
        assertThat(offered(later)).hasSize(1).isEqualTo(once);
    }

    @Test
    void aFileOfFiveThousandArticlesIsTakenOverInOneGo() {
        String rows =
                IntStream.range(0, 5000)
                        .mapToObj(i -> CHEESE.replace("K-1", "K-" + i))
                        .collect(Collectors.joining());
        assertThat(farm.takeOver(HEADER + rows)).endsWith("?fertig=5000-0-0-0");
        assertThat(offered(THURSDAY)).hasSize(5000);
    }

    @Test
    @Tag("proof")
    void theLargestFileIsCheckedAndTakenOver() {
        String rows =
                IntStream.range(0, 50_000)
                        .mapToObj(i -> CHEESE.replace("K-1", "K-" + i))
                        .collect(Collectors.joining());
        assertThat(farm.takeOver(HEADER + rows)).endsWith("?fertig=50000-0-0-0");
        assertThat(offered(NEXT_THURSDAY)).hasSize(50_000);
        assertThat(farm.farmer().get("/erzeuger").body()).contains("Gezeigt sind die ersten 500.");
    }

    @Test
    void theTemplateIsAFileThatTheDryRunAccepts() {
        byte[] template =
                farm.farmer().get("/erzeuger/vorlage.csv").body().getBytes(StandardCharsets.UTF_8);
        Browser.Answer sent = farm.send(template);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(farm.farmer().get(sent.location()).body()).contains("<strong>3</strong> neu");
    }
}
