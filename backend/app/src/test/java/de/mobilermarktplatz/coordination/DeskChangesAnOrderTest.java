package de.mobilermarktplatz.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLinks;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.SmallCounty;
import de.mobilermarktplatz.touring.SmallCounty.Day;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/** Somebody calls after ordering: the desk changes the order, or asks the van that has it. */
@MarktplatzTest
class DeskChangesAnOrderTest {

    private final SmallCounty county;
    private final Orders orders;
    private final OrderLinks links;
    private final TestHttp http;
    private final DatabaseClient db;
    private final Region region;
    private final Browser desk;
    private OrderId order;

    DeskChangesAnOrderTest(
            BeanFactory beans,
            Orders orders,
            OrderLinks links,
            TestRegions regions,
            TestHttp http,
            DatabaseClient db,
            People people) {
        this.county = new SmallCounty(beans);
        this.orders = orders;
        this.links = links;
        this.http = http;
        this.db = db;
        this.region = regions.create();
        TestRegions.run(
                region, people.addStaff(region, "desk", "Anna Amt", Role.DISPATCHER, "richtig"));
        this.desk = new Browser(http, region);
        desk.get("/anmelden");
        desk.post("/anmelden", Map.of("login", "desk", "password", "richtig"));
        this.order = new OrderId(UUID.randomUUID());
    }

    @BeforeEach
    void erikaOrderedThree() {
        Day day = county.in(region, 1);
        order = county.order(day, day.calls().getFirst(), day.farms().getFirst(), 3);
    }

    @Test
    void whileTheOfficeHasTheGoodsTheChangeIsMadeAtOnce() {
        theFarmWasAsked();
        assertThat(desk.get("/leitstelle/personen/" + order).body())
                .contains("/leitstelle/bestellungen/" + order);
        assertThat(desk.get(page()).body()).contains("Erika Muster", "value=\"3\"");

        assertThat(desk.post(page() + "/aendern", Map.of("menge-1", "2")).status()).isEqualTo(303);

        assertThat(now().lines().getFirst().current().quantity()).isEqualTo(2);
        assertThat(desk.get(page()).body()).contains("value=\"2\"", "bestellt waren 3");
        assertThat(desk.post(page() + "/aendern", Map.of("menge-1", "2")).body())
                .contains("Es ist nichts geändert");
        desk.post(page() + "/stornieren", Map.of("sicher", "ja"));
        assertThat(now().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.get(page()).body()).contains("lässt sich nicht mehr ändern");
    }

    @Test
    void whileTheVanHasThemEverybodySeesThatItIsAsked() {
        aVanIsLoaded();
        assertThat(desk.get("/leitstelle/touren/" + SmallCounty.DAY).body())
                .contains("Der Wagen hat die Ware; Änderungen sind Bitten an den Wagen.");

        desk.post(page() + "/stornieren", Map.of("sicher", "ja"));

        assertThat(desk.get(page()).body()).contains("wird gefragt", "Anna Amt", "stornieren");
        assertThat(now().state()).isNotEqualTo(OrderState.CANCELLED);
        assertThat(desk.post(page() + "/stornieren", Map.of("sicher", "ja")).body())
                .contains("noch nicht beantwortet");
        String link = links.page(region, order);
        assertThat(
                        new Browser(http, region)
                                .get(link.substring(link.indexOf("/bestellung")))
                                .body())
                .contains("Der Marktwagen wird gefragt");
    }

    private String page() {
        return "/leitstelle/bestellungen/" + order;
    }

    private Order now() {
        return Objects.requireNonNull(TestRegions.run(region, orders.find(region, order)));
    }

    private void theFarmWasAsked() {
        sql("UPDATE order_line SET state = 'REQUESTED' WHERE region_id = :region", Map.of());
    }

    private void aVanIsLoaded() {
        UUID tour = UUID.randomUUID();
        sql(
                "INSERT INTO tour (region_id, tour_id, market_day, van_id, state, generation, created_at,"
                        + " custody_since, custody_generation) SELECT :region, :tour, :day, van_id, 'RELEASED', 1, now(),"
                        + " now(), 1 FROM van WHERE region_id = :region",
                Map.of("tour", tour, "day", SmallCounty.DAY));
        String visit =
                "INSERT INTO tour_visit (region_id, tour_id, visit_no, kind, name, lat_e6, lon_e6, call_id, arrive_at,"
                        + " leave_at, metres) VALUES (:region, :tour, :no, :kind, 'Halt', 51860000, 11580000, :call,"
                        + " '10:00', '10:20', 0)";
        sql(visit.replace(":call", "NULL"), Map.of("tour", tour, "no", 1, "kind", "DEPOT"));
        sql(visit, Map.of("tour", tour, "no", 2, "kind", "CALL", "call", now().call().value()));
        sql(visit.replace(":call", "NULL"), Map.of("tour", tour, "no", 3, "kind", "DEPOT"));
    }

    private void sql(String sql, Map<String, Object> values) {
        TestRegions.run(
                region, db.sql(sql).bind("region", region.id().value()).bindValues(values).then());
    }
}
