package de.mobilermarktplatz.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who can only be phoned is on a list; what failed is sent again; both are remembered. */
@MarktplatzTest
class MessagesReachPeopleTest {

    private static final String PAGE = "/leitstelle/nachrichten";

    private final TestRegions regions;
    private final TestHttp http;
    private final TestClock clock;
    private final People people;
    private final DatabaseClient db;
    private final UUID call = UUID.randomUUID();
    private final UUID failed = UUID.randomUUID();
    private Region region;
    private Browser desk;

    MessagesReachPeopleTest(
            TestRegions regions, TestHttp http, TestClock clock, People people, DatabaseClient db) {
        this.regions = regions;
        this.http = http;
        this.clock = clock;
        this.people = people;
        this.db = db;
    }

    @BeforeEach
    void aCallAndAMailThatFailed() {
        clock.set(TestClock.MONDAY_MORNING);
        region = regions.create();
        message(call, "SMS", "03471 123456", "Ihre Bestellung wurde gekürzt", "NULL", 0);
        message(
                failed,
                "MAIL",
                "erika@beispiel.invalid",
                "Ihre Bestellung",
                "'550 no such user'",
                4);
        desk = signedIn(Role.DISPATCHER);
    }

    private void message(
            UUID id, String channel, String to, String subject, String error, int tries) {
        TestRegions.run(
                region,
                db.sql(
                                """
                                INSERT INTO message (region_id, message_id, channel, recipient, template, subject, body,
                                    created_at, due_at, attempts, error)
                                VALUES (:region, :id, :channel, :to, 'order-cut', :subject, 'Guten Tag, statt 3 nur 2.',
                                    '2026-11-23T07:00Z', '2026-11-23T09:00Z', :tries, \
                                """
                                        + error
                                        + ")")
                        .bind("region", region.id().value())
                        .bind("id", id)
                        .bind("channel", channel)
                        .bind("to", to)
                        .bind("subject", subject)
                        .bind("tries", tries)
                        .then());
    }

    private Browser signedIn(Role role) {
        String login = role.name().toLowerCase(java.util.Locale.ROOT);
        TestRegions.run(region, people.addStaff(region, login, "Anna Beispiel", role, "richtig"));
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("login", login, "password", "richtig"));
        return browser;
    }

    @Test
    void theCallListComesFirstAndACallIsTickedOff() {
        assertThat(desk.get(PAGE).body())
                .contains("Anrufliste (1)", "Gescheitert (1)", "tel:03471123456")
                .contains("Guten Tag, statt 3 nur 2.")
                .doesNotContain("erika@beispiel.invalid");
        assertThat(desk.post(PAGE + "/" + call + "/angerufen", Map.of()).location()).endsWith(PAGE);
        assertThat(desk.get(PAGE + "?stand=angerufen").body())
                .contains("Anrufliste (0)", "Angerufen (1)", "von Anna Beispiel");
    }

    @Test
    void aFailedMailIsSentAgainOrToldByPhone() {
        assertThat(desk.get("/leitstelle/probleme").body())
                .contains("Eine Nachricht kommt nicht an", PAGE + "/" + failed);
        String page = PAGE + "/" + failed;
        assertThat(desk.get(page).body()).contains("4 Versuche, zuletzt: 550 no such user");
        assertThat(desk.post(page + "/senden", Map.of()).location()).endsWith(page);
        assertThat(desk.get(page).body()).contains("wartet").doesNotContain("550");
        assertThat(desk.get("/leitstelle/probleme").body()).contains("kein Problem offen");
    }

    @Test
    void nobodyElseReadsThem() {
        Browser accountant = signedIn(Role.ACCOUNTANT);
        assertThat(accountant.get(PAGE).status()).isEqualTo(403);
        accountant.get("/leitstelle");
        assertThat(accountant.post(PAGE + "/" + call + "/angerufen", Map.of()).status())
                .isEqualTo(403);
        assertThat(desk.get(PAGE + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
