package de.mobilermarktplatz.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.EndReason;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.SmallCounty;
import de.mobilermarktplatz.touring.SmallCounty.Day;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** Somebody calls the desk: found by name, number or code, with orders and messages on one page. */
@MarktplatzTest
class WhoIsOnThePhoneTest {

    private static final String PAGE = "/leitstelle/personen";

    private final SmallCounty county;
    private final Orders orders;
    private final Relay relay;
    private final TestRegions regions;
    private final TestHttp http;
    private final People people;
    private Region region;
    private Browser desk;
    private OrderId order;

    WhoIsOnThePhoneTest(
            BeanFactory beans,
            Orders orders,
            Relay relay,
            TestRegions regions,
            TestHttp http,
            People people) {
        this.county = new SmallCounty(beans);
        this.orders = orders;
        this.relay = relay;
        this.regions = regions;
        this.http = http;
        this.people = people;
    }

    @BeforeEach
    void erikaOrderedTwiceAndTookOneBack() {
        region = regions.create();
        Day day = county.in(region, 1);
        order = county.order(day, day.calls().getFirst(), day.farms().getFirst(), 2);
        OrderId second = county.order(day, day.calls().getLast(), day.farms().getFirst(), 3);
        TestRegions.run(region, orders.cancel(region, second, EndReason.CUSTOMER));
        TestRegions.run(region, relay.drain(region));
        desk = signedIn(Role.DISPATCHER);
    }

    private Browser signedIn(Role role) {
        String login = role.name().toLowerCase(java.util.Locale.ROOT);
        TestRegions.run(region, people.addStaff(region, login, "Anna Beispiel", role, "richtig"));
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("login", login, "password", "richtig"));
        return browser;
    }

    private String find(String typed) {
        return desk.get(PAGE + "?suche=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)).body();
    }

    @Test
    void byNameNumberOrCode() {
        String code =
                Objects.requireNonNull(TestRegions.run(region, orders.find(region, order)))
                        .spokenCode()
                        .spaced();
        assertThat(find("must")).contains("Erika Muster", "2 Bestellungen", "tel:03471123456");
        assertThat(find("+49 3471 / 123 456")).contains("Erika Muster");
        assertThat(find("03471/123457")).contains("Niemand gefunden");
        assertThat(find(code)).contains("Erika Muster", "1 Bestellung");
        assertThat(find("Sonnenfeld")).contains("Hof Sonnenfeld").doesNotContain("Erika");
        assertThat(find("%_")).contains("Niemand gefunden");
        assertThat(find("x")).contains("mindestens 2 Zeichen");
        assertThat(desk.get(PAGE).body()).doesNotContain("Erika");
    }

    @Test
    void herPageShowsOrdersWithStateAndWhatSheWasTold() {
        assertThat(desk.get(PAGE + "/" + order).body())
                .contains("<h1>Erika Muster</h1>", "Musterdorf, Nord 1")
                .contains("bestellt", "storniert", "am Wagen", "9,00\u00a0€")
                .contains("/leitstelle/nachrichten/", "anrufen");
    }

    @Test
    void onlyThoseWhoTalkToPeopleSeeThemAndOnlyThoseOfTheirCounty() {
        assertThat(signedIn(Role.ACCOUNTANT).get(PAGE + "/" + order).status()).isEqualTo(403);
        assertThat(signedIn(Role.MUNICIPALITY).get(PAGE).status()).isEqualTo(403);
        assertThat(desk.get(PAGE + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        region = regions.create();
        desk = signedIn(Role.DISPATCHER);
        assertThat(find("Erika")).contains("Niemand gefunden");
        assertThat(desk.get(PAGE + "/" + order).status()).isEqualTo(404);
    }
}
