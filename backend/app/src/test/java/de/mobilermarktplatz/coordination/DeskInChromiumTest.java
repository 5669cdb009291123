package de.mobilermarktplatz.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.collection.ProducerRequests;
import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.region.Border;
import de.mobilermarktplatz.region.Borders;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.RealBrowser;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.Planning;
import de.mobilermarktplatz.touring.SmallCounty;
import de.mobilermarktplatz.touring.SmallCounty.Day;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** Every page of the desk in a real browser, on a county with orders, requests and a plan. */
@MarktplatzTest
class DeskInChromiumTest {

    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final String DAY = SmallCounty.DAY.toString();

    private static final Map<String, String> PAGES = pages();

    private static final Border OUTLINE =
            new Border(
                    "15089000",
                    "Mustergemeinde",
                    List.of(
                            List.of(
                                    new GeoPoint(51_950_000, 11_500_000),
                                    new GeoPoint(51_940_000, 11_700_000),
                                    new GeoPoint(51_760_000, 11_680_000),
                                    new GeoPoint(51_790_000, 11_480_000))));

    private static RealBrowser chromium;

    private final BeanFactory beans;
    private final SmallCounty county;
    private final TestRegions regions;
    private final TestHttp http;
    private Region region;

    DeskInChromiumTest(BeanFactory beans, TestRegions regions, TestHttp http) {
        this.beans = beans;
        this.county = new SmallCounty(beans);
        this.regions = regions;
        this.http = http;
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("uebersicht", "/leitstelle");
        pages.put("tag", "/leitstelle/tag/" + DAY);
        pages.put("touren", "/leitstelle/touren/" + DAY);
        pages.put("abrechnung", "/leitstelle/abrechnung/" + DAY);
        pages.put("anforderungen", "/leitstelle/anforderungen");
        pages.put("personen", "/leitstelle/personen?suche=Muster");
        pages.put("uhr", "/leitstelle/uhr");
        pages.put("nachrichten", "/leitstelle/nachrichten");
        pages.put("probleme", "/leitstelle/probleme");
        pages.put("fahrplan", "/leitstelle/fahrplan");
        pages.put("tablets", "/leitstelle/geraete");
        pages.put("buecher", "/leitstelle/pruefung");
        pages.put("postfach", "/postfach");
        return pages;
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
    void anEveningBeforeAMarketDay() {
        region = regions.create();
        Day day = county.in(region, 2);
        for (int i = 0; i < day.calls().size(); i++) {
            county.order(day, day.calls().get(i), day.farms().get(i % 3), 2 + i);
        }
        TestRegions.run(region, beans.getBean(Borders.class).put(region, OUTLINE));
        TestRegions.run(
                region, beans.getBean(Offers.class).openDays(region, List.of(SmallCounty.DAY)));
        beans.getBean(TestClock.class).set(Instant.parse("2026-11-30T17:30:00Z"));
        TestRegions.run(region, beans.getBean(ProducerRequests.class).makeDue(region));
        TestRegions.run(
                region,
                beans.getBean(Planning.class).plan(region, SmallCounty.DAY, "Anna Beispiel"));
        TestRegions.run(region, beans.getBean(Relay.class).drain(region));
        aProblem();
        TestRegions.run(
                region,
                beans.getBean(People.class)
                        .addStaff(region, "anna", "Anna Beispiel", Role.DISPATCHER, "richtig"));
    }

    /** A tablet reported a handover that does not fit. */
    private void aProblem() {
        UUID journal = UUID.randomUUID();
        county.sql(
                region,
                """
                INSERT INTO device (region_id, device_id, till_number, name, public_key, journal_id, enrolled_at)
                VALUES (:region, :journal, 1, 'Tablet 1', decode(repeat('00', 32), 'hex'), :journal, '2026-11-30T10:00Z')
                """,
                Map.of("journal", journal));
        county.sql(
                region,
                """
                INSERT INTO device_key (region_id, device_id, public_key, valid_from, valid_until)
                VALUES (:region, :journal, decode(repeat('00', 32), 'hex'), '2026-11-30T10:00Z', '2027-02-28T10:00Z')
                """,
                Map.of("journal", journal));
        county.sql(
                region,
                """
                INSERT INTO exception_case (region_id, case_id, kind, journal_id, seq, detail, created_at)
                VALUES (:region, :journal, 'HANDOVER_DOES_NOT_FIT', :journal, 17, 'Übergeben wurden 2 Positionen.',
                    '2026-11-30T11:00Z')
                """,
                Map.of("journal", journal));
    }

    private String address(String path) {
        return http.url() + "/r/" + region.slug() + path;
    }

    private Page signedIn(BrowserContext window) {
        Page page = window.newPage();
        page.navigate(address("/anmelden"));
        page.locator("input[name=login]").fill("anna");
        page.locator("input[name=password]").fill("richtig");
        page.locator("main button").click();
        page.waitForURL("**/leitstelle");
        return page;
    }

    @Test
    @Tag("proof")
    void everyPageOfTheDeskIsCleanOnADesk() {
        everyPageAt(DESK);
    }

    @Test
    @Tag("proof")
    void everyPageOfTheDeskIsCleanOnAPhoneWhichIsMoreThanTwoHundredPerCentZoom() {
        everyPageAt(PHONE);
    }

    private void everyPageAt(int width) {
        try (BrowserContext window = chromium.window(width)) {
            Page page = signedIn(window);
            assertAll(
                    PAGES.entrySet().stream()
                            .map(
                                    entry ->
                                            () ->
                                                    clean(
                                                            page,
                                                            entry.getKey(),
                                                            entry.getValue(),
                                                            width)));
            followed(page, "/leitstelle/personen?suche=Muster", "tbody a", "person", width);
            followed(
                    page, "/leitstelle/nachrichten?stand=alle", "li.message a", "nachricht", width);
        }
    }

    /** Pages that are reached by a link, because their address holds an id. */
    private void followed(Page page, String list, String link, String name, int width) {
        page.navigate(address(list));
        page.locator(link).first().click();
        RealBrowser.look(page, "desk-" + name + "-" + width);
    }

    private void clean(Page page, String name, String path, int width) {
        page.navigate(address(path));
        assertThat(page.locator("nav.desk a[aria-current]").count())
                .as("place in the menu of " + name)
                .isEqualTo(1);
        RealBrowser.look(page, "desk-" + name + "-" + width);
    }

    @Test
    void byKeyboardAloneFromTheSkipLinkToTheThingToDo() {
        try (BrowserContext window = chromium.window(DESK)) {
            Page page = signedIn(window);
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Zum Inhalt");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Probleme");
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Touren freigeben");
            page.keyboard().press("Enter");
            page.waitForURL("**/leitstelle/touren/" + DAY);
            assertThat(page.locator("h1").textContent()).contains("Touren am Dienstag");
        }
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent.trim()"));
    }
}
