package de.mobilermarktplatz.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.SmallCounty;
import de.mobilermarktplatz.touring.SmallCounty.Day;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** A newcomer sees a whole market day in ten minutes: the clock jumps, and what is due happens. */
@Tag("proof")
@MarktplatzTest
class PuttingTheClockForwardTest {

    private static final String PAGE = "/leitstelle/uhr";

    private final SmallCounty county;
    private final Offers offers;
    private final TestClock clock;
    private final TestRegions regions;
    private final TestHttp http;
    private final People people;
    private Region region;
    private Browser desk;

    PuttingTheClockForwardTest(
            BeanFactory beans,
            Offers offers,
            TestClock clock,
            TestRegions regions,
            TestHttp http,
            People people) {
        this.county = new SmallCounty(beans);
        this.offers = offers;
        this.clock = clock;
        this.regions = regions;
        this.http = http;
        this.people = people;
    }

    @BeforeEach
    void aWeekBeforeAMarketDay() {
        region = regions.create();
        Day day = county.in(region, 1);
        county.order(day, day.calls().getFirst(), day.farms().getFirst(), 2);
        TestRegions.run(region, offers.openDays(region, List.of(SmallCounty.DAY)));
        TestRegions.run(
                region,
                people.addStaff(region, "anna", "Anna Beispiel", Role.DISPATCHER, "richtig"));
        desk = new Browser(http, region);
        desk.get("/anmelden");
        desk.post("/anmelden", Map.of("login", "anna", "password", "richtig"));
    }

    @Test
    void afterTheCutOffRequestsGoOutAndTheDeskIsStillSignedIn() {
        assertThat(desk.get(PAGE).body())
                .contains("Montag, 23. November 2026, 9:00 Uhr")
                .contains("Montag, 30. November 2026, 18:11 Uhr: Bestellschluss von ")
                .contains("Dienstag, 1. Dezember 2026, 5:30 Uhr");
        String location =
                String.valueOf(desk.post(PAGE, Map.of("ziel", "bestellschluss")).location());
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-30T17:11:00Z"));
        assertThat(desk.get(location.substring(location.indexOf("/r/"))).body())
                .contains(
                        "Die Uhr ist vorgestellt. Seitdem:", "Anforderungen an Erzeuger gesendet");
        assertThat(desk.post(PAGE, Map.of("ziel", "markttag")).status()).isEqualTo(303);
        assertThat(desk.get("/leitstelle").body()).contains("Dienstag, 1. Dezember");
    }

    @Test
    void theClockGoesForwardOnlyAndNotBeyondThePublishedDays() {
        desk.get(PAGE);
        for (String day : List.of("2026-11-22", "2027-06-01", "gestern")) {
            Browser.Answer answer = desk.post(PAGE, Map.of("datum", day, "zeit", "10:00"));
            assertThat(answer.status()).as(day).isEqualTo(400);
            assertThat(answer.body()).contains("Sie geht nur vorwärts");
        }
        assertThat(clock.instant()).isEqualTo(TestClock.MONDAY_MORNING);
        assertThat(desk.post(PAGE, Map.of("datum", "2026-11-24", "zeit", "10:00")).status())
                .isEqualTo(303);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
    }
}
