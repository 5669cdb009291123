package de.mobilermarktplatz.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.RealBrowser;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** A real browser on a phone-sized page walks from "when does the van come" to the confirmation. */
@MarktplatzTest
class ShopInChromiumTest {

    private static final int PHONE_WIDTH = 390;
    private static final int FIRST_PAGE_BYTES = 50_000;

    private static RealBrowser chromium;

    private final Market market;
    private final TestHttp http;
    private final TestClock clock;
    private final List<String> strangers = new ArrayList<>();

    ShopInChromiumTest(TestRegions regions, DatabaseClient db, TestHttp http, TestClock clock) {
        this.market = new Market(regions.create(), db);
        this.http = http;
        this.clock = clock;
        market.piece(market.farm, "Apfelsaft naturtrüb, 1 Liter", 250, 40, 15);
        market.weighed(market.farm, "Kartoffeln, festkochend", 180, 50_000);
        market.piece(market.bakery, "Roggenbrot", 420, 3, 0);
        market.run(
                "UPDATE offer SET free = 0 WHERE region_id = :region AND offer_id = :id",
                Map.of("id", market.piece(market.bakery, "Pflaumenkuchen", 850, 4, 0).value()));
    }

    @BeforeAll
    static void start() {
        chromium = RealBrowser.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void mondayMorning() {
        clock.set(TestClock.MONDAY_MORNING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCustomerFindsTheVanFillsACartAndOrders(boolean withScript) {
        try (BrowserContext context = chromium.window(PHONE_WIDTH, withScript)) {
            Page page = context.newPage();
            page.onRequest(
                    request -> {
                        if (!request.url().startsWith(http.url())) {
                            strangers.add(request.url());
                        }
                    });
            page.navigate(http.url() + "/r/" + market.region.slug() + "/");
            seen(page, "1-finden", withScript);
            page.getByLabel("Ort, Straße oder Postleitzahl").fill("Peißen");
            button(page, "Nachsehen").click();
            seen(page, "2-gefunden", withScript);
            link(page, "Waren für diesen Halt ansehen").click();
            seen(page, "3-halt", withScript);

            card(page, "Apfelsaft").getByLabel("Stück").fill("2");
            card(page, "Apfelsaft").getByRole(AriaRole.BUTTON).click();
            assertThat(card(page, "Apfelsaft").textContent()).contains("Im Korb: 2");
            card(page, "Kartoffeln").getByLabel("Gramm").fill("1500");
            card(page, "Kartoffeln").getByRole(AriaRole.BUTTON).click();
            card(page, "Roggenbrot").getByRole(AriaRole.BUTTON).click();
            assertThat(card(page, "Pflaumenkuchen").textContent()).contains("Ausverkauft");
            seen(page, "4-halt-mit-korb", withScript);
            link(page, "Zum Korb (3 Artikel)").click();
            seen(page, "5-korb", withScript);
            link(page, "Zur Kasse").click();

            button(page, "zahlungspflichtig bestellen").click();
            assertThat(page.locator("[role=alert]").textContent())
                    .contains("Bitte geben Sie Ihren Namen an");
            seen(page, "6-kasse-fehler", withScript);
            page.getByLabel("Ihr Name").fill("Erika Muster");
            page.getByLabel("Telefon", new Page.GetByLabelOptions().setExact(true))
                    .fill("03471 123456");
            page.getByLabel("Darf jemand anders abholen? (freiwillig)").fill("Inge Nachbarin");
            page.locator("#zahlung-wagen").check();
            seen(page, "7-kasse", withScript);
            button(page, "zahlungspflichtig bestellen").click();

            assertThat(page.locator("h1").textContent()).contains("Vielen Dank");
            assertThat(page.locator(".code").textContent())
                    .matches("(?s).*[2-9A-Y]{3} [2-9A-Y]{3}.*");
            assertThat(page.textContent("main"))
                    .contains("12,20", "Inge Nachbarin", "Peißen, Dorfplatz");
            seen(page, "8-bestellt", withScript);
            page.reload();
            assertThat(page.locator("h1").textContent()).contains("Vielen Dank");
        }
        assertThat(strangers).isEmpty();
        assertThat(market.orders()).isEqualTo(1);
    }

    @Test
    void theFirstPageWithEverythingItLoadsIsSmall() throws Exception {
        long bytes = 0;
        for (String path :
                List.of(
                        "/r/" + market.region.slug() + "/",
                        "/assets/style.css",
                        "/assets/icon.svg")) {
            bytes += compressedBytes(path);
        }
        assertThat(bytes).isLessThanOrEqualTo(FIRST_PAGE_BYTES);
        assertThat(compressedBytes("/r/" + market.region.slug() + "/halt/" + market.call))
                .isLessThanOrEqualTo(FIRST_PAGE_BYTES);
    }

    /** axe needs scripts. */
    private void seen(Page page, String name, boolean withScript) {
        if (!withScript) {
            return;
        }
        RealBrowser.look(page, name);
    }

    private static Locator card(Page page, String name) {
        return page.locator("article").filter(new Locator.FilterOptions().setHasText(name)).first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
    }

    private long compressedBytes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(http.url() + path))
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body().length;
        }
    }
}
