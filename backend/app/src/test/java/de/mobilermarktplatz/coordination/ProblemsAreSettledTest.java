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

/** What went wrong anywhere is read in one place, and who settled it stays written down. */
@MarktplatzTest
class ProblemsAreSettledTest {

    private static final String PAGE = "/leitstelle/probleme";
    private static final String DONE = PAGE + "/erledigt";

    private final TestRegions regions;
    private final TestHttp http;
    private final TestClock clock;
    private final People people;
    private final DatabaseClient db;
    private final UUID journal = UUID.randomUUID();
    private final UUID device = UUID.randomUUID();
    private final UUID officeCase = UUID.randomUUID();
    private Region region;
    private Browser desk;

    ProblemsAreSettledTest(
            TestRegions regions, TestHttp http, TestClock clock, People people, DatabaseClient db) {
        this.regions = regions;
        this.http = http;
        this.clock = clock;
        this.people = people;
        this.db = db;
    }

    @BeforeEach
    void aTabletThatCausedTrouble() {
        clock.set(TestClock.MONDAY_MORNING);
        region = regions.create();
        sql(
                """
                INSERT INTO device (region_id, device_id, till_number, name, public_key, journal_id, enrolled_at)
                VALUES (:region, :device, 3, 'Tablet 3', decode(repeat('00', 32), 'hex'), :journal, now())
                """,
                Map.of("device", device, "journal", journal));
        sql(
                """
                INSERT INTO exception_case (region_id, case_id, kind, journal_id, seq, detail, created_at)
                VALUES (:region, :id, 'HANDOVER_DOES_NOT_FIT', :journal, 17, 'Übergeben wurden 2 Positionen.', '2026-11-23T07:00Z')
                """,
                Map.of("id", officeCase, "journal", journal));
        sql(
                """
                INSERT INTO quarantine (region_id, quarantine_id, journal_id, device_id, reason, body, received_at)
                VALUES (:region, gen_random_uuid(), :journal, :device, 'REVOKED', '', '2026-11-23T06:00Z')
                """,
                Map.of("device", device, "journal", journal));
        desk = signedIn(Role.DISPATCHER, "Anna Beispiel");
    }

    private void sql(String sql, Map<String, Object> values) {
        TestRegions.run(
                region, db.sql(sql).bind("region", region.id().value()).bindValues(values).then());
    }

    private Browser signedIn(Role role, String name) {
        String login = role.name().toLowerCase(java.util.Locale.ROOT);
        TestRegions.run(region, people.addStaff(region, login, name, role, "richtig"));
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("login", login, "password", "richtig"));
        return browser;
    }

    @Test
    void eachProblemSaysWhatIsWrongAndWhatToDo() {
        assertThat(desk.get(PAGE).body())
                .contains("2 Probleme sind offen")
                .contains("Eine Übergabe passt nicht zur Bestellung", "Kasse 3, Eintrag 17")
                .contains("Bitte die Fahrerin oder den Fahrer fragen")
                .contains("Ein gesperrtes Tablet hat noch gesendet", "/leitstelle/zurueckgehalten");
        assertThat(desk.get("/leitstelle").body()).contains("2 Probleme sind offen.");
    }

    @Test
    void aSettledProblemIsGoneAndItsNoteStaysWithItsAuthor() {
        desk.get(PAGE);
        Map<String, String> note =
                Map.of(
                        "quelle", "CASE",
                        "id", officeCase.toString(),
                        "notiz", "Mit Frauke geklärt, <Kunde> hat alles.");
        assertThat(desk.post(DONE, note).location()).endsWith(PAGE);
        assertThat(desk.get(PAGE).body())
                .contains("Ein Problem ist offen", "Zuletzt erledigt")
                .contains("Mit Frauke geklärt, &lt;Kunde&gt; hat alles.", "Anna Beispiel");
        assertThat(desk.post(DONE, note).location()).endsWith(PAGE);
        assertThat(desk.get(PAGE).body()).containsOnlyOnce("Mit Frauke");
    }

    @Test
    void withoutANoteNothingIsSettled() {
        desk.get(PAGE);
        Browser.Answer answer =
                desk.post(
                        DONE, Map.of("quelle", "CASE", "id", officeCase.toString(), "notiz", "  "));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("aria-invalid=\"true\"", "2 Probleme sind offen", "was getan wurde");
    }

    @Test
    void otherCountiesAndTheTownHallSeeNothingOfIt() {
        Browser townHall = signedIn(Role.MUNICIPALITY, "Gustav Beispiel");
        assertThat(townHall.get(PAGE).status()).isEqualTo(403);
        assertThat(townHall.get("/leitstelle").body()).doesNotContain("Probleme");
        region = regions.create();
        assertThat(signedIn(Role.DISPATCHER, "Bea Beispiel").get(PAGE).body())
                .contains("Zurzeit ist kein Problem offen");
    }
}
