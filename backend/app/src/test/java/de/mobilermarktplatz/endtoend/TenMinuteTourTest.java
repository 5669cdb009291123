package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.mobilermarktplatz.testing.RealBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The README's ten-minute tour, step by step in the same order and by the words on the pages, on a
 * backend that has just been started for the first time. On the way it takes the README's pictures:
 * with {@code -Dpictures.write=true} where the README looks for them, otherwise below {@code
 * target}.
 */
@Tag("proof")
class TenMinuteTourTest {

    private static final int DESK_WIDTH = 1280;
    private static final int PHONE_WIDTH = 420;
    private static final double CLICK = 40_000;
    private static final Pattern PLAN = Pattern.compile("Touren planen|Noch einmal planen");
    private static final char NO_BREAK = '\u00a0';

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void orderAsFrauBeispielCutAsMusterhofPlanAndSell() {
        try (RealBrowser chromium = RealBrowser.start();
                FreshStart start = FreshStart.in(folder);
                BrowserContext customer = chromium.window(PHONE_WIDTH);
                BrowserContext office = chromium.window(DESK_WIDTH);
                BrowserContext farm = chromium.window(DESK_WIDTH);
                TabletOnBoard tablet =
                        new TabletOnBoard("tablet", folder, start.sync(), Duration.ZERO)) {
            Page shop = page(customer);
            Page desk = page(office);

            String code = orderAsFrauBeispiel(start, shop);
            LocalDate day = marketDay(shop);
            signIn(start, desk);
            putTheClockTo(desk, day.minusDays(1), "13:00");
            cutAsMusterhof(start, desk, page(farm), day);
            assertThat(until(shop, "statt 3 Stück").textContent("main"))
                    .contains("Kartoffeln festkochend");

            String van = plan(start, desk, day);
            putTheClockTo(desk, day, "06:00");
            sell(desk, tablet, van, code);
            close(start, desk, tablet, day);
        }
    }

    private static String orderAsFrauBeispiel(FreshStart start, Page shop) {
        shop.navigate(start.shop());
        shop.getByLabel("Ort, Straße oder Postleitzahl").fill("Güsten");
        button(shop, "Nachsehen").click();
        assertThat(shop.textContent("main")).contains("Der Marktwagen kommt");
        Pictures.take(shop, "shop", PHONE_WIDTH, 860);
        link(shop, "Waren für diesen Halt ansehen").click();
        put(shop, "Kartoffeln festkochend", "3");
        put(shop, "Möhren", "1");
        link(shop, "Zum Korb (2 Artikel)").click();
        link(shop, "Zur Kasse").click();
        shop.getByLabel("Ihr Name").fill("Erika Beispiel");
        shop.getByLabel("Telefon", new Page.GetByLabelOptions().setExact(true))
                .fill("030 23125999");
        shop.locator("#zahlung-wagen").check();
        button(shop, "zahlungspflichtig bestellen").click();
        assertThat(shop.locator("h1").textContent()).contains("Vielen Dank");
        return shop.locator(".code [aria-hidden]").textContent().replace(" ", "");
    }

    private static void put(Page shop, String article, String pieces) {
        Locator field =
                shop.getByLabel("Stück " + article, new Page.GetByLabelOptions().setExact(true));
        field.fill(pieces);
        field.press("Enter");
    }

    /** As the address of the calendar entry or the page names it, in the shop's own words. */
    private static LocalDate marketDay(Page confirmation) {
        Matcher words =
                Pattern.compile("(\\d{1,2})\\. (\\p{L}+)")
                        .matcher(confirmation.locator("[aria-labelledby=wo]").textContent());
        assertThat(words.find()).isTrue();
        return GermanDate.next(Integer.parseInt(words.group(1)), words.group(2));
    }

    private static void signIn(FreshStart start, Page desk) {
        desk.navigate(start.desk());
        desk.locator("input[name=login]").fill("leitstelle");
        desk.locator("input[name=password]").fill(start.password());
        desk.locator("main button").click();
        desk.waitForURL("**/leitstelle");
    }

    private static void putTheClockTo(Page desk, LocalDate day, String time) {
        menu(desk, "Uhr");
        desk.getByLabel("Tag", new Page.GetByLabelOptions().setExact(true)).fill(day.toString());
        desk.getByLabel("Uhrzeit").fill(time);
        button(desk, "Vorstellen").click();
        assertThat(desk.locator("[role=status]").textContent()).contains("Die Uhr ist vorgestellt");
    }

    private static void cutAsMusterhof(FreshStart start, Page desk, Page farm, LocalDate day) {
        menu(desk, "Anforderungen");
        until(desk, GermanDate.dayAndMonth(day));
        Locator request =
                desk.locator("tr")
                        .filter(new Locator.FilterOptions().setHasText("Musterhof"))
                        .filter(new Locator.FilterOptions().setHasText(GermanDate.dayAndMonth(day)))
                        .first();
        farm.navigate(start.host() + request.locator("a").first().getAttribute("href"));
        farm.getByLabel("Menge von Kartoffeln festkochend in Stück").fill("1");
        farm.evaluate("window.scrollTo(0, 0)");
        Pictures.take(farm, "producer", DESK_WIDTH, 800);
        button(farm, "So bestätigen").click();
        assertThat(farm.textContent("main")).contains("Ihre Antwort ist gespeichert");
    }

    /** Heading of the tour that calls at Güsten. */
    private static String plan(FreshStart start, Page desk, LocalDate day) {
        desk.navigate(start.desk() + "/touren/" + day);
        // On some days of the week the next van is the one that the sample county planned already;
        // Frau Beispiel's order is newer than that plan, and the desk wants it planned again.
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(PLAN)).first().click();
        Locator release = button(desk, "Touren freigeben");
        release.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        desk.locator("h1").scrollIntoViewIfNeeded();
        Pictures.take(desk, "desk", DESK_WIDTH, 1100);
        String van =
                desk.locator("section.card")
                        .filter(new Locator.FilterOptions().setHasText("Güsten, Bürgerhaus"))
                        .locator("h2")
                        .first()
                        .textContent();
        Locator read = desk.locator("main input[type=checkbox][required]");
        read.check();
        release.click();
        assertThat(desk.textContent("main")).contains("sind freigegeben");
        return van;
    }

    private static void sell(Page desk, TabletOnBoard tablet, String van, String code) {
        menu(desk, "Tablets");
        button(desk, "Neues Tablet anmelden").click();
        String once = desk.locator("#enrolment-code").textContent();
        tablet.start();
        tablet.does("enrol " + once);
        tablet.does("take " + tourOf(tablet, van));
        tablet.does("float 10000");
        tablet.does("load all");
        tablet.does("handover code " + code + " cash 5000");
        tablet.does("sell M-104 2 cash 1000");
    }

    private static String tourOf(TabletOnBoard tablet, String van) {
        for (JsonNode tour : tablet.does("tours").path("tours")) {
            if (van.contains(tour.path("van").asString())) {
                return tour.path("tour").asString();
            }
        }
        throw new AssertionError("no tour of " + van);
    }

    private static void close(FreshStart start, Page desk, TabletOnBoard tablet, LocalDate day) {
        tablet.does("unload");
        tablet.does("count closing total 10520");
        tablet.does("close");
        tablet.does("sync");
        desk.navigate(start.desk() + "/tag/" + day);
        until(desk, "Kassendifferenz");
        menu(desk, "Bücher");
        assertThat(desk.textContent("main"))
                .contains("Kette unversehrt")
                .doesNotContain("Kette gerissen");
    }

    private static Page page(BrowserContext window) {
        Page page = window.newPage();
        page.setDefaultTimeout(CLICK);
        return page;
    }

    /** Asks again until the page says this. */
    private static Page until(Page page, String text) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!page.textContent("main").replace(NO_BREAK, ' ').contains(text)) {
            assertThat(System.nanoTime()).as("%s says %s", page.url(), text).isLessThan(end);
            MarketDay.pause();
            page.reload();
        }
        return page;
    }

    /** By the desk's menu, because a page that refreshes itself interrupts a typed address. */
    private static void menu(Page desk, String door) {
        desk.locator("nav.desk")
                .getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName(door).setExact(true))
                .click();
        desk.locator("nav.desk [aria-current]", new Page.LocatorOptions().setHasText(door))
                .waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
    }
}
