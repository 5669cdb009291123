package de.mobilermarktplatz.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.testing.TestTimetable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MarktplatzTest
class FindingTheVanTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final int FIRST_PAGE_BYTES = 50_000;

    private final TestRegions regions;
    private final TestTimetable test;
    private final TestClock clock;
    private final TestHttp http;
    private Region region;
    private Browser browser;

    FindingTheVanTest(TestRegions regions, TestTimetable test, TestClock clock, TestHttp http) {
        this.regions = regions;
        this.test = test;
        this.clock = clock;
        this.http = http;
    }

    @BeforeEach
    void twoVillagesOneOfThemWithAStop() {
        clock.set(TestClock.MONDAY_MORNING);
        region = regions.create();
        Place rathmannsdorf =
                test.village(
                        region, "Rathmannsdorf", "39439", new GeoPoint(51_820_900, 11_627_100));
        test.village(region, "Güsten", "39439", new GeoPoint(51_796_400, 11_612_500));
        test.village(region, "Barby", "39249", new GeoPoint(51_967_100, 11_882_600));
        StopId stop =
                test.stop(
                        region,
                        "954031",
                        "Friedensplatz",
                        rathmannsdorf,
                        new GeoPoint(51_822_228, 11_626_926));
        test.weekly(
                region,
                stop,
                TUESDAY,
                LocalTime.of(10, 20),
                LocalTime.of(10, 50),
                TestTimetable.ROOM);
        browser = new Browser(http, region);
    }

    private String ask(String query) {
        return browser.get("/?ort=" + URLEncoder.encode(query, StandardCharsets.UTF_8)).body();
    }

    @Test
    void aVillageGetsItsNextCallInOnePlainSentence() {
        assertThat(ask("rathmansdorf"))
                .contains(
                        "Der Marktwagen kommt am Dienstag, 1. Dezember, 10:20–10:50 Uhr, an die Haltestelle"
                                + " „Rathmannsdorf, Friedensplatz“, etwa 190 m von der Ortsmitte in Rathmannsdorf entfernt.")
                .contains(
                        "/r/%s/halt/%s"
                                .formatted(
                                        region.slug(),
                                        test.callsOn(region, TUESDAY).getFirst().id()));
    }

    @Test
    void aVillageWithoutAStopIsToldTheNearestOne() {
        assertThat(ask("Guesten"))
                .contains(
                        "„Rathmannsdorf, Friedensplatz“, etwa 3,8 km von der Ortsmitte in Güsten");
    }

    @Test
    void aVillageFarFromEveryStopIsToldSo() {
        assertThat(ask("Barby")).contains("ist in „Barby“ und Umgebung kein Halt geplant");
    }

    @Test
    void aPostcodeOfTwoVillagesAsksWhich() {
        assertThat(ask("39439"))
                .contains("Welchen Ort meinen Sie?")
                .contains("Güsten (39439)")
                .contains("Rathmannsdorf (39439)");
    }

    @Test
    void anUnknownNameGetsAnAnswerThatHelps() {
        Browser.Answer answer = browser.get("/?ort=%3Cscript%3EAtlantis");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("kennen wir hier nicht")
                .contains("&lt;script&gt;Atlantis")
                .doesNotContain("<script");
    }

    @Test
    void aCallThatIsOverIsNotOfferedButOneThatRunsIs() {
        clock.set(Instant.parse("2026-12-01T09:49:00Z"));
        assertThat(ask("Rathmannsdorf")).contains("kommt heute, am Dienstag, 1. Dezember");
        clock.set(Instant.parse("2026-12-01T09:50:00Z"));
        assertThat(ask("Rathmannsdorf")).contains("kommt am Dienstag, 8. Dezember");
    }

    @Test
    void anUnknownStopIsAClearErrorForPeopleAndPrograms() {
        Browser.Answer page = browser.get("/?halt=4711");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("„4711“ ist kein Ort und keine Haltestelle");

        http.client()
                .get()
                .uri("/api/v1/{region}/next-calls?place={place}", region.slug(), "Atlantis")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .value(type -> assertThat((String) type).endsWith("unknown-place"));
    }

    @Test
    void programsGetTheSameAnswerAsJson() {
        http.client()
                .get()
                .uri("/api/v1/{region}/next-calls?place={place}", region.slug(), "Rathmannsdorf")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].day")
                .isEqualTo("2026-12-01")
                .jsonPath("$[0].from")
                .isEqualTo("10:20:00")
                .jsonPath("$[0].stop")
                .isEqualTo("954031")
                .jsonPath("$[0].walkMetres")
                .isEqualTo(190);
    }

    @Test
    void theFirstPageIsSmallAndListsTheNextCalls() throws IOException {
        String page = browser.get("/").body();
        assertThat(page).contains("Die nächsten Halte").contains("Rathmannsdorf, Friedensplatz");
        int bytes = packed(page);
        assertThat(bytes).isLessThan(FIRST_PAGE_BYTES);
        assertThat(browser.get("/haltestellen").body()).contains("Friedensplatz");
        assertThat(browser.get("").location()).isEqualTo("/r/" + region.slug() + "/");
    }

    private static int packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
