package de.mobilermarktplatz.touring;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.SmallCounty.Day;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** The desk's page, in a browser without JavaScript. */
@MarktplatzTest
class DeskPlansADayTest {

    private static final String PAGE = "/leitstelle/touren/2026-12-01";

    private final SmallCounty county;
    private final TestRegions regions;
    private final TestHttp http;
    private final People people;
    private final Planning planning;
    private Region region;
    private Day day;

    DeskPlansADayTest(
            BeanFactory beans,
            TestRegions regions,
            TestHttp http,
            People people,
            Planning planning) {
        this.county = new SmallCounty(beans);
        this.regions = regions;
        this.http = http;
        this.people = people;
        this.planning = planning;
    }

    @BeforeEach
    void aDayWithOrders() {
        region = regions.create();
        day = county.in(region, 2);
        for (int i = 0; i < day.calls().size(); i++) {
            county.order(day, day.calls().get(i), day.farms().get(i % 3), 2 + i);
        }
        county.confirmed(day);
    }

    private Browser signedIn(Role role) {
        String login = role.name().toLowerCase(java.util.Locale.ROOT);
        TestRegions.run(region, people.addStaff(region, login, "Anna Beispiel", role, "richtig"));
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("login", login, "password", "richtig"));
        return browser;
    }

    private void waitForThePlan() {
        TestRegions.run(
                region,
                planning.latest(region, SmallCounty.DAY)
                        .filter(run -> !run.running())
                        .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(100)))
                        .then());
    }

    @Test
    void planLookReleaseAndTheDayIsFixed() {
        Browser desk = signedIn(Role.DISPATCHER);
        assertThat(desk.get(PAGE).body())
                .contains("Touren am Dienstag, 1. Dezember", "Touren planen", "Luftlinie × 1,35")
                .contains(PAGE + "/planen\"")
                .doesNotContain("Touren freigeben");
        assertThat(desk.post(PAGE + "/planen", Map.of()).location()).endsWith(PAGE);
        waitForThePlan();
        String planned = desk.get(PAGE).body();
        assertThat(planned)
                .contains("Tour 1: Wagen 1", "Tour 2: Wagen 2", "Abholen", "Molkerei Beispiel")
                .contains("<polyline", "ungekühlt: ", PAGE + "/freigeben\"")
                .doesNotContain("Nicht angefahren");
        assertThat(desk.post(PAGE + "/freigeben", Map.of("sicher", "ja")).location())
                .endsWith(PAGE);
        assertThat(desk.get(PAGE).body())
                .contains("sind freigegeben")
                .doesNotContain("Touren planen", "Noch einmal planen");
        Browser.Answer again = desk.post(PAGE + "/planen", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("Die Touren dieses Tages stehen fest");
    }

    @Test
    void whoOnlyReadsTheDeskCanNeitherPlanNorRelease() {
        Browser accountant = signedIn(Role.ACCOUNTANT);
        assertThat(accountant.get(PAGE).status()).isEqualTo(200);
        assertThat(accountant.post(PAGE + "/planen", Map.of()).status()).isEqualTo(403);
        assertThat(accountant.post(PAGE + "/freigeben", Map.of()).status()).isEqualTo(403);
        assertThat(new Browser(http, region).get(PAGE).location()).contains("/anmelden");
    }

    @Test
    void aReleaseWithoutAPlanIsRefusedInASentence() {
        Browser desk = signedIn(Role.DISPATCHER);
        desk.get(PAGE);
        Browser.Answer answer = desk.post(PAGE + "/freigeben", Map.of());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("Bitte planen Sie den Tag zuerst");
    }

    @Test
    void aDayThatIsNoDateIsAReadablePage() {
        assertThat(signedIn(Role.DISPATCHER).get("/leitstelle/touren/morgen").status())
                .isEqualTo(400);
    }
}
