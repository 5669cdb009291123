package de.mobilermarktplatz.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.Planning;
import de.mobilermarktplatz.touring.Releasing;
import de.mobilermarktplatz.touring.SmallCounty;
import de.mobilermarktplatz.touring.SmallCounty.Day;
import de.mobilermarktplatz.touring.Tours;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** Evening: what was ordered, loaded, handed over, sold and counted stands side by side. */
@MarktplatzTest
class DayIsReconciledTest {

    private static final String PAGE = "/leitstelle/abrechnung/2026-12-01";
    private static final String GLANCE = "/leitstelle/tag/2026-12-01";

    private final SmallCounty county;
    private final TestRegions regions;
    private final TestHttp http;
    private final People people;
    private final Planning planning;
    private final Releasing releasing;
    private final Tours tours;
    private Region region;
    private Browser desk;

    DayIsReconciledTest(
            BeanFactory beans,
            TestRegions regions,
            TestHttp http,
            People people,
            Planning planning,
            Releasing releasing,
            Tours tours) {
        this.county = new SmallCounty(beans);
        this.regions = regions;
        this.http = http;
        this.people = people;
        this.planning = planning;
        this.releasing = releasing;
        this.tours = tours;
    }

    @BeforeEach
    void aReleasedDay() {
        region = regions.create();
        Day day = county.in(region, 2);
        for (int i = 0; i < day.calls().size(); i++) {
            county.order(day, day.calls().get(i), day.farms().get(i % 3), 2 + i);
        }
        county.confirmed(day);
        TestRegions.run(region, planning.plan(region, SmallCounty.DAY, "Anna Beispiel"));
        TestRegions.run(region, releasing.release(region, SmallCounty.DAY, false));
        desk = signedIn(Role.ACCOUNTANT);
    }

    private Browser signedIn(Role role) {
        String login = role.name().toLowerCase(Locale.ROOT);
        TestRegions.run(region, people.addStaff(region, login, "Bea Beispiel", role, "richtig"));
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("login", login, "password", "richtig"));
        return browser;
    }

    /** Everything expected is loaded; every pre-order reaches its customer. */
    private void theToursWereDriven() {
        county.sql(
                region,
                """
                INSERT INTO stock_move (region_id, op_id, line_no, tour_id, product_id, kind, amount)
                SELECT :region, gen_random_uuid(), 1, v.tour_id, l.product_id, k.kind, sum(k.sign * l.confirmed)
                FROM order_line l JOIN tour_visit v ON v.region_id = l.region_id AND v.call_id = l.call_id,
                  (VALUES ('LOAD', 1), ('HANDOVER', -1)) AS k (kind, sign)
                WHERE l.region_id = :region GROUP BY v.tour_id, l.product_id, k.kind
                """,
                Map.of());
        county.sql(
                region,
                """
                INSERT INTO stock_move (region_id, op_id, line_no, tour_id, product_id, kind, amount)
                SELECT :region, gen_random_uuid(), 1, tour_id, product_id, 'LOAD', amount
                FROM tour_stock WHERE region_id = :region
                """,
                Map.of());
        county.sql(
                region,
                """
                UPDATE order_line SET state = 'HANDED_OVER', delivered = confirmed, delivered_cents = confirmed_cents
                WHERE region_id = :region
                """,
                Map.of());
        TestRegions.run(
                region,
                tours.ofDay(region, SmallCounty.DAY)
                        .collectList()
                        .flatMapIterable(all -> all)
                        .concatMap(tour -> tours.close(region, tour.id(), tour.day()))
                        .then());
    }

    private void aTillWasClosed(long expected, long counted) {
        county.sql(
                region,
                """
                INSERT INTO closing (region_id, op_id, device_id, till_number, z_number, business_day, expected_cents,
                    counted_cents, difference_cents, first_receipt, last_receipt, receipt_count, closed_at)
                VALUES (:region, :op, :op, 1, 1, '2026-12-01', :expected, :counted, :counted - :expected, 1, 3, 3, now())
                """,
                Map.of("op", UUID.randomUUID(), "expected", expected, "counted", counted));
    }

    @Test
    void whatFitsSaysSo() {
        theToursWereDriven();
        aTillWasClosed(12_345, 12_345);
        assertThat(desk.get(PAGE).body())
                .contains("Alles stimmt", "123,45\u00a0€", "Ware von Molkerei Beispiel")
                .doesNotContain("zu wenig", "zu viel", "badge-error");
    }

    @Test
    void aMissingPieceAndMissingCentsAreNamed() {
        theToursWereDriven();
        county.sql(
                region,
                """
                INSERT INTO stock_move (region_id, op_id, line_no, tour_id, product_id, kind, amount)
                SELECT :region, :op, 1, tour_id, product_id, 'COUNT', -1 FROM tour_stock
                WHERE region_id = :region LIMIT 1
                """,
                Map.of("op", UUID.randomUUID()));
        aTillWasClosed(12_345, 12_295);
        assertThat(desk.get(PAGE).body())
                .contains("Es gibt Unterschiede: 1 bei Waren, 1 bei Kassen")
                .contains("1 Stück zu wenig gezählt", "−0,50\u00a0€")
                .doesNotContain("Alles stimmt");
    }

    @Test
    void whileTheVansAreOutNothingIsJudged() {
        assertThat(desk.get(PAGE).body())
                .contains("Noch nicht alle Touren sind zurück", "noch unterwegs")
                .doesNotContain("Alles stimmt");
    }

    @Test
    void theDeskSeesTheDayInNumbers() {
        assertThat(desk.get("/leitstelle").body())
                .contains("Dienstag, 1. Dezember", "6 Halte, 6 Bestellungen", "freigegeben")
                .contains("Touren: 2, davon 0 zurück", PAGE)
                .doesNotContain("/leitstelle/geraete");
    }

    @Test
    void theDayAtAGlanceFollowsTheGoodsInPiecesAndEuros() {
        theToursWereDriven();
        aTillWasClosed(12_345, 12_225);
        assertThat(text(desk.get(GLANCE).body()))
                .contains("bestellt 27 Stück 121,50 €", "geladen 38 Stück 171,00 €")
                .contains("übergeben 27 Stück 121,50 €", "übrig 11 Stück 49,50 €")
                .contains("Hof Sonnenfeld 7 Stück 31,50 €", "Wagen 1", "Wagen 2")
                .contains("Jetzt: Kasse 1: Kassendifferenz −1,20 €.")
                .contains("Dienstag, 8. Dezember →");
    }

    @Test
    void theDeskLeadsToTheDayThatMatters() {
        assertThat(desk.get("/leitstelle/tag").location()).endsWith(GLANCE);
        assertThat(desk.get("/leitstelle/touren").location()).endsWith("/touren/2026-12-01");
        assertThat(text(desk.get("/leitstelle/tag/2027-06-02").body()))
                .contains("An diesem Tag ist kein Markttag");
    }

    /** A page as it is read: tags gone, spaces of all kinds one. */
    private static String text(String page) {
        return page.replaceAll("<[^>]+>", " ").replaceAll("[\\s\u00a0]+", " ");
    }

    @Test
    void theBooksAreNotForEverybodyAtTheDesk() {
        Browser townHall = signedIn(Role.MUNICIPALITY);
        assertThat(townHall.get(PAGE).status()).isEqualTo(403);
        assertThat(townHall.get("/leitstelle").body()).doesNotContain(PAGE);
    }
}
