package de.mobilermarktplatz.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * From the call's page to the confirmation with nothing but links and forms, and everything that
 * can be typed wrong.
 */
@MarktplatzTest
class ShopWithoutScriptTest {

    private final TestRegions regions;
    private final Market market;
    private final Browser browser;
    private final TestHttp http;
    private final TestClock clock;
    private final OfferId juice;
    private final OfferId bread;

    ShopWithoutScriptTest(TestRegions regions, DatabaseClient db, TestHttp http, TestClock clock) {
        this.regions = regions;
        this.market = new Market(regions.create(), db);
        this.http = http;
        this.browser = new Browser(http, market.region);
        this.clock = clock;
        this.juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
        this.bread = market.piece(market.bakery, "Roggenbrot", 420, 10, 0);
    }

    @BeforeEach
    void mondayMorning() {
        clock.set(TestClock.MONDAY_MORNING);
    }

    @Test
    void aCustomerOrdersFromTwoProducersAndPaysAtTheVan() {
        Browser.Answer call = browser.get("/halt/" + market.call);
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.body())
                .contains(
                        "Apfelsaft",
                        "zuzüglich 0,15\u00a0€ Pfand (Mehrweg)",
                        "Roggenbrot",
                        "Hof Sonnenfeld")
                .contains("Bestellbar bis Sonntag, 29. November, 18:00 Uhr")
                .contains("Bestellbar bis Montag, 30. November, 12:00 Uhr");
        add(juice, "2");
        add(bread, "1");
        Browser.Answer cart = browser.get("/korb");
        assertThat(cart.body()).contains("9,20\u00a0€", "0,30\u00a0€", "9,50\u00a0€", "Zur Kasse");

        Browser.Answer checkout = browser.get("/kasse?halt=" + market.call);
        assertThat(checkout.body())
                .contains(">zahlungspflichtig bestellen</button>", "9,50\u00a0€");
        Map<String, String> form = filled(checkout, "wagen");
        Browser.Answer sent = browser.post("/kasse", form);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).contains("/bestellung/");
        Browser.Answer again = browser.post("/kasse", form);
        assertThat(path(again.location())).isEqualTo(path(sent.location()));

        Browser.Answer order = browser.get(sent.location());
        assertThat(order.body())
                .contains("Vielen Dank!", "Ihr Abholcode", "<svg", "Frau Nachbarin", "9,50\u00a0€");
        assertThat(market.orders()).isEqualTo(1);
        assertThat(market.free(juice)).isEqualTo(8);
        assertThat(browser.get("/korb").body()).contains("Ihr Korb ist leer");

        Browser.Answer calendar = browser.get(sent.location().replace("?", "/termin.ics?"));
        assertThat(calendar.body())
                .contains("BEGIN:VEVENT", "DTSTART:20261201T090000Z")
                .doesNotContain("\n\n");
        Browser.Answer cancelled =
                browser.post(sent.location().replace("?", "/stornieren?"), Map.of());
        assertThat(browser.get(cancelled.location()).body())
                .contains("Diese Bestellung gilt nicht mehr");
        assertThat(market.free(juice)).isEqualTo(10);
    }

    @Test
    void whoKnowsTheKeyOfAnOrderButNotItsCartIsNotLedToIt() {
        add(juice, "2");
        Map<String, String> form = filled(browser.get("/kasse?halt=" + market.call), "wagen");
        assertThat(browser.post("/kasse", form).location()).contains("/bestellung/");
        Browser stranger = new Browser(http, market.region);
        stranger.get("/halt/" + market.call);

        Browser.Answer answer = stranger.post("/kasse", form);

        assertThat(answer.location()).isEqualTo("/r/" + market.region.slug() + "/korb");
    }

    @Test
    void aCardOrderIsHeldAndGoesOnToThePaymentPage() {
        add(juice, "2");
        Browser.Answer sent =
                browser.post("/kasse", filled(browser.get("/kasse?halt=" + market.call), "karte"));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).startsWith("/r/" + market.region.slug() + "/zahlung/");
        Browser.Answer cart = browser.get("/korb");
        assertThat(cart.body()).contains("Weiter zur Zahlung", "Apfelsaft");
        Browser.Answer order = browser.get(sent.location().replace("/zahlung/", "/bestellung/"));
        assertThat(order.body())
                .contains("Noch nicht bezahlt", "heute, 9:10 Uhr")
                .doesNotContain("<svg");
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        add(juice, "2");
        Map<String, String> form = filled(browser.get("/kasse?halt=" + market.call), "wagen");
        form.put("name", "");
        form.put("telefon", "");
        form.remove("zahlung");
        Browser.Answer answer = browser.post("/kasse", form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Bitte geben Sie Ihren Namen an", "Telefonnummer oder eine E-Mail-Adresse")
                .contains(
                        "Bitte wählen Sie, wie Sie bezahlen möchten",
                        "Frau Nachbarin",
                        "aria-invalid=\"true\"");
        assertThat(market.orders()).isZero();
    }

    @Test
    void whoComesTooLateKeepsTheCartAndLearnsWhy() {
        add(juice, "2");
        add(bread, "1");
        Map<String, String> form = filled(browser.get("/kasse?halt=" + market.call), "wagen");
        clock.advance(Duration.ofDays(6).plusHours(10));
        Browser.Answer late = browser.post("/kasse", form);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Apfelsaft", "keine Bestellungen mehr", "Roggenbrot");
        assertThat(browser.get("/korb").body())
                .contains(
                        "Apfelsaft",
                        "Roggenbrot",
                        "Bestellschluss war",
                        "Nächste Halte an dieser Stelle ansehen");
        assertThat(market.orders()).isZero();
    }

    @Test
    void soldOutMeanwhileIsSaidOnThePageAndNothingIsLost() {
        add(juice, "2");
        Map<String, String> form = filled(browser.get("/kasse?halt=" + market.call), "wagen");
        market.run(
                "UPDATE offer SET free = 1 WHERE region_id = :region AND offer_id = :id",
                Map.of("id", juice.value()));
        Browser.Answer answer = browser.post("/kasse", form);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("So viel ist nicht mehr da: Apfelsaft", "Erika Muster");
        assertThat(market.free(juice)).isEqualTo(1);
    }

    @Test
    void senselessInputIsAnsweredInWords() {
        browser.get("/halt/" + market.call);
        assertThat(post(juice.toString(), "-3"))
                .satisfies(
                        answer -> {
                            assertThat(answer.status()).isEqualTo(422);
                            assertThat(answer.body()).contains("Die Menge „-3“ geht nicht");
                        });
        assertThat(post(juice.toString(), "viel").status()).isEqualTo(422);
        assertThat(post("kein-artikel", "1").status()).isEqualTo(422);
        assertThat(post(UUID.randomUUID().toString(), "1").status()).isEqualTo(422);
        assertThat(browser.get("/halt/" + UUID.randomUUID()).body())
                .contains("Diesen Halt gibt es nicht");
        assertThat(browser.get("/halt/irgendwas").status()).isEqualTo(404);
        assertThat(browser.get("/kasse?halt=" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(browser.get("/bestellung/" + UUID.randomUUID() + "?t=falsch").status())
                .isEqualTo(404);
    }

    @Test
    void aCallOfAnotherRegionDoesNotExistHere() {
        Browser stranger = browser.at(regions.create());
        assertThat(stranger.get("/halt/" + market.call).status()).isEqualTo(404);
        http.client()
                .get()
                .uri("/api/v1/" + market.region.slug() + "x/calls")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theApiRefusesWithProblemsThatSayWhichField() {
        api("k1", market.call.toString(), juice.toString(), -2)
                .isEqualTo(422)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("order-invalid", "quantity"));
        api("k2", UUID.randomUUID().toString(), juice.toString(), 1)
                .isEqualTo(404)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("call-unknown"));
        api("k3", market.call.toString(), UUID.randomUUID().toString(), 1)
                .isEqualTo(422)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("offer-unknown"));
        api("k4", market.call.toString(), "?", 1).isEqualTo(422);
        clock.advance(Duration.ofDays(7));
        api("k5", market.call.toString(), juice.toString(), 1)
                .isEqualTo(409)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("cut-off-passed", "Apfelsaft"));
        assertThat(market.orders()).isZero();
    }

    @Test
    void theApiListsCallsAndOffers() {
        http.client()
                .get()
                .uri("/api/v1/" + market.region.slug() + "/calls")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].call")
                .isEqualTo(market.call.toString())
                .jsonPath("$[0].day")
                .isEqualTo("2026-12-01");
        http.client()
                .get()
                .uri("/api/v1/" + market.region.slug() + "/calls/" + market.call + "/offers")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .jsonPath("$[1].product")
                .isEqualTo("Apfelsaft")
                .jsonPath("$[1].depositCents")
                .isEqualTo(15);
    }

    private org.springframework.test.web.reactive.server.StatusAssertions api(
            String key, String call, String offer, int quantity) {
        return http.client()
                .post()
                .uri("/api/v1/" + market.region.slug() + "/orders")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .bodyValue(
                        """
                        {"call":"%s","name":"Erika","phone":"03471 1234","payBy":"AT_VAN","lines":[{"offer":"%s","quantity":%d}]}
                        """
                                .formatted(call, offer, quantity))
                .exchange()
                .expectStatus();
    }

    private void add(OfferId offer, String quantity) {
        browser.get("/halt/" + market.call);
        assertThat(post(offer.toString(), quantity).status()).isEqualTo(303);
    }

    private Browser.Answer post(String offer, String quantity) {
        return browser.post(
                "/halt/" + market.call + "/korb", Map.of("angebot", offer, "menge", quantity));
    }

    private static Map<String, String> filled(Browser.Answer checkout, String payment) {
        Map<String, String> form = new HashMap<>();
        for (String hidden : new String[] {"halt", "schluessel", "summe"}) {
            form.put(hidden, value(checkout.body(), hidden));
        }
        form.put("name", "Erika Muster");
        form.put("telefon", "03471 123456");
        form.put("abholung", "Frau Nachbarin");
        form.put("zahlung", payment);
        return form;
    }

    private static String value(String page, String field) {
        Matcher found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as("field " + field).isTrue();
        return found.group(1);
    }

    private static String path(String location) {
        return location.substring(0, location.indexOf('?'));
    }
}
