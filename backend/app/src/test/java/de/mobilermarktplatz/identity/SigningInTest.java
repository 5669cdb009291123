package de.mobilermarktplatz.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MarktplatzTest
class SigningInTest {

    private final People people;
    private final TestRegions regions;
    private final TestHttp http;
    private final UuidV7 ids;
    private Region region;

    SigningInTest(People people, TestRegions regions, TestHttp http, UuidV7 ids) {
        this.people = people;
        this.regions = regions;
        this.http = http;
        this.ids = ids;
    }

    @BeforeEach
    void aRegionWithADispatcher() {
        region = regions.create();
        TestRegions.run(
                region,
                people.addStaff(region, "anna", "Anna Beispiel", Role.DISPATCHER, "richtig"));
    }

    @Test
    void theRightPasswordOpensASessionThatSigningOutCloses() {
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        Browser.Answer answer =
                browser.post("/anmelden", Map.of("login", "Anna", "password", "richtig"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/r/" + region.slug() + "/leitstelle");
        assertThat(browser.get("/anmelden").body()).contains("Abmelden");
        browser.post("/abmelden", Map.of());
        assertThat(browser.get("/anmelden").body()).doesNotContain("Abmelden");
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        Browser.Answer answer =
                browser.post("/anmelden", Map.of("login", "anna", "password", "falsch"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("stimmt nicht");
    }

    @Test
    void aSessionOfOneRegionIsNothingInAnother() {
        Region other = regions.create();
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("login", "anna", "password", "richtig"));
        Browser elsewhere = browser.at(other);
        assertThat(elsewhere.get("/anmelden").body()).doesNotContain("Abmelden");
    }

    @Test
    void aProducersPersonalLinkOpensTheDoorOnlyInItsOwnRegion() {
        Person person =
                TestRegions.run(
                        region,
                        people.addProducerUser(
                                region, "Bäcker Muster", new ProducerId(ids.next())));
        String link = people.personalLink(region, person.id());
        Browser browser = new Browser(http, region);
        assertThat(browser.get(link.substring(("/r/" + region.slug()).length())).location())
                .endsWith("/erzeuger");
        Region other = regions.create();
        Browser elsewhere = new Browser(http, other);
        assertThat(elsewhere.get(link.substring(("/r/" + region.slug()).length())).status())
                .isEqualTo(410);
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        Browser browser = new Browser(http, region);
        assertThat(
                        browser.post("/anmelden", Map.of("login", "anna", "password", "richtig"))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void anUnknownRegionIsAReadablePage() {
        http.client()
                .get()
                .uri("/r/gibt-es-nicht/")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Diese Seite gibt es nicht"));
    }
}
