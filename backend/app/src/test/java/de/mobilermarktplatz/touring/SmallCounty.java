package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.catalogue.SaleModel;
import de.mobilermarktplatz.catalogue.TaxStatus;
import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.ordering.Customer;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceOrder;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.ShortageRule;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.testing.TestTimetable;
import de.mobilermarktplatz.timetable.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Three farms around Staßfurt, three calls in the north and three in the south at the same hours,
 * so that one van is never enough. Orders close the evening before.
 */
public class SmallCounty {

    public static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    static final Instant AFTER_CUT_OFF = Instant.parse("2026-11-30T17:30:00Z");

    private final Vans vans;
    private final Producers producers;
    private final Orders orders;
    private final OrderLines lines;
    private final TestTimetable timetable;
    private final TestClock clock;
    private final DatabaseClient db;

    public SmallCounty(BeanFactory beans) {
        vans = beans.getBean(Vans.class);
        producers = beans.getBean(Producers.class);
        orders = beans.getBean(Orders.class);
        lines = beans.getBean(OrderLines.class);
        timetable = beans.getBean(TestTimetable.class);
        clock = beans.getBean(TestClock.class);
        db = beans.getBean(DatabaseClient.class);
    }

    /** What a story needs to know of one farm. */
    public record Farm(ProducerId id, String name, OfferId offer) {}

    public record Day(Region region, List<Farm> farms, List<Call> calls) {}

    /** Everybody has published, nobody has ordered. */
    public Day in(Region region, int howManyVans) {
        clock.set(TestClock.MONDAY_MORNING);
        for (int van = 1; van <= howManyVans; van++) {
            TestRegions.run(region, vans.add(region, van("Wagen " + van)));
        }
        Place village =
                timetable.village(
                        region, "Musterdorf", "39418", new GeoPoint(51_852_000, 11_586_000));
        int[][] points = {
            {51_900_000, 11_560_000}, {51_920_000, 11_600_000}, {51_930_000, 11_650_000},
            {51_800_000, 11_560_000}, {51_780_000, 11_600_000}, {51_770_000, 11_650_000}
        };
        for (int i = 0; i < points.length; i++) {
            StopId stop =
                    timetable.stop(
                            region,
                            "halt-" + i,
                            (i < 3 ? "Nord " : "Süd ") + (i % 3 + 1),
                            village,
                            new GeoPoint(points[i][0], points[i][1]));
            timetable.weekly(
                    region,
                    stop,
                    DAY,
                    LocalTime.of(10 + i % 3, 0),
                    LocalTime.of(10 + i % 3, 30),
                    TestTimetable.ROOM);
        }
        List<Farm> farms = new ArrayList<>();
        farms.add(farm(region, "Hof Sonnenfeld", 51_860_000, 11_580_000, "AMBIENT", 7));
        farms.add(farm(region, "Molkerei Beispiel", 51_850_000, 11_620_000, "CHILLED", 4));
        farms.add(farm(region, "Backstube Ährenkorn", 51_840_000, 11_590_000, "AMBIENT", 0));
        return new Day(region, farms, timetable.callsOn(region, DAY));
    }

    /** A van with room for everything of these stories. */
    Van van(String name) {
        return new Van(
                new VanId(UUID.randomUUID()),
                name,
                "SLK-MM 1",
                "Betriebshof",
                new GeoPoint(51_852_000, 11_586_000),
                LocalTime.of(6, 0),
                LocalTime.of(15, 30),
                new Van.Costs(Money.euros(60, 0), Money.euros(0, 45), Money.euros(24, 0)),
                Map.of(
                        ColdClass.AMBIENT, new Van.Compartment(3_000_000, 900_000, 40),
                        ColdClass.CHILLED, new Van.Compartment(1_000_000, 400_000, 14)));
    }

    public OrderId order(Day day, Call call, Farm farm, long quantity) {
        PlaceResult result =
                TestRegions.run(
                        day.region(),
                        orders.place(
                                day.region(),
                                new PlaceOrder(
                                        UUID.randomUUID().toString(),
                                        call.id(),
                                        new Customer("Erika Muster", "03471 123456", null, null),
                                        PayBy.AT_VAN,
                                        List.of(new Wish(farm.offer(), quantity)),
                                        null,
                                        null)));
        if (result instanceof PlaceResult.Placed placed) {
            return placed.order().id();
        }
        throw new IllegalStateException("Not placed: " + result);
    }

    void afterCutOff() {
        clock.set(AFTER_CUT_OFF);
    }

    void aMinuteLater() {
        clock.advance(Duration.ofMinutes(1));
    }

    /** The evening before: every farm was asked and delivers everything. */
    public void confirmed(Day day) {
        afterCutOff();
        for (Farm farm : day.farms()) {
            TestRegions.run(
                    day.region(),
                    lines.request(day.region(), DAY, farm.id())
                            .then(
                                    lines.confirm(
                                            day.region(),
                                            farm.offer(),
                                            10_000,
                                            ShortageRule.FAIR_SHARE)));
        }
    }

    public long number(Region region, String sql) {
        return TestRegions.run(
                region,
                db.sql(sql)
                        .bind("region", region.id().value())
                        .map(row -> row.get(0, Long.class))
                        .one());
    }

    public void sql(Region region, String sql, Map<String, Object> values) {
        TestRegions.run(
                region, db.sql(sql).bind("region", region.id().value()).bindValues(values).then());
    }

    private Farm farm(
            Region region, String name, int latitude, int longitude, String cold, long vanSale) {
        Producer producer =
                new Producer(
                        new ProducerId(UUID.randomUUID()),
                        name,
                        null,
                        "03471 1",
                        new Producer.Address("Dorfstraße 1", "39418", "Staßfurt"),
                        new GeoPoint(latitude, longitude),
                        1,
                        LocalTime.of(18, 0),
                        LocalTime.of(6, 0),
                        LocalTime.of(9, 0),
                        600,
                        SaleModel.COMMISSION,
                        TaxStatus.STANDARD);
        TestRegions.run(region, producers.add(region, producer));
        UUID product = UUID.randomUUID();
        UUID offer = UUID.randomUUID();
        sql(
                region,
                """
                INSERT INTO product (region_id, product_id, producer_id, article_number, name, unit, price_cents, vat_key,
                    cold_class, volume_ml, weight_g, day_quantity, van_quantity, allergens, changed_at)
                VALUES (:region, :product, :producer, '1', :name, 'PIECE', 450, 2, :cold, 1000, 500, 1000, :van,
                    'keine', now())
                """,
                Map.of(
                        "product",
                        product,
                        "producer",
                        producer.id().value(),
                        "name",
                        "Ware von " + name,
                        "cold",
                        cold,
                        "van",
                        vanSale));
        sql(
                region,
                """
                INSERT INTO offer (region_id, offer_id, product_id, producer_id, market_day, price_cents, offered, free,
                    van_quantity)
                VALUES (:region, :offer, :product, :producer, '2026-12-01', 450, 1000, 1000, :van)
                """,
                Map.of(
                        "offer",
                        offer,
                        "product",
                        product,
                        "producer",
                        producer.id().value(),
                        "van",
                        vanSale));
        return new Farm(producer.id(), name, new OfferId(offer));
    }
}
