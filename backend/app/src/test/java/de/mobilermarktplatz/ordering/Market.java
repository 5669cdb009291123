package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** A small market of one region for stories about orders: one call a week ahead, two farms. */
public class Market {

    public static final LocalDate DAY =
            LocalDate.ofInstant(TestClock.MONDAY_MORNING, java.time.ZoneOffset.UTC).plusDays(8);

    public final Region region;
    public final CallId call = new CallId(UUID.randomUUID());
    public final ProducerId farm = new ProducerId(UUID.randomUUID());
    public final ProducerId bakery = new ProducerId(UUID.randomUUID());
    private final DatabaseClient db;

    public Market(Region region, DatabaseClient db) {
        this.region = region;
        this.db = db;
        run(
                "INSERT INTO municipality (region_id, municipality_key, name) VALUES (:region, '15089001', 'Bernburg')",
                Map.of());
        run(
                "INSERT INTO place (region_id, place_key, municipality_key, name, postcode, lat_e6, lon_e6)"
                        + " VALUES (:region, 'peissen', '15089001', 'Peißen', '06408', 51760000, 11790000)",
                Map.of());
        run(
                "INSERT INTO market_day (region_id, day, state) VALUES (:region, :day, 'OPEN')",
                Map.of("day", DAY));
        run(
                "INSERT INTO offer_day (region_id, market_day, opened_at) VALUES (:region, :day, now())",
                Map.of("day", DAY));
        call(call, "anger", 10_000_000);
        producer(farm, "Hof Sonnenfeld", 2, LocalTime.of(18, 0));
        producer(bakery, "Backstube Ährenkorn", 1, LocalTime.of(12, 0));
    }

    void call(CallId id, String stop, long millilitres) {
        UUID stopId = UUID.randomUUID();
        run(
                "INSERT INTO stop (region_id, stop_id, code, name, place_key, lat_e6, lon_e6, active)"
                        + " VALUES (:region, :stop, :code, 'Peißen, Dorfplatz', 'peissen', 51760000, 11790000, true)",
                Map.of("stop", stopId, "code", stop));
        run(
                "INSERT INTO call (region_id, call_id, stop_id, market_day, window_from, window_to, state)"
                        + " VALUES (:region, :call, :stop, :day, '10:00', '10:30', 'PUBLISHED')",
                Map.of("call", id.value(), "stop", stopId, "day", DAY));
        for (String cold : new String[] {"AMBIENT", "CHILLED", "FROZEN"}) {
            run(
                    "INSERT INTO call_capacity (region_id, call_id, cold_class, total_millilitres, free_millilitres)"
                            + " VALUES (:region, :call, :cold, :ml, :ml)",
                    Map.of("call", id.value(), "cold", cold, "ml", millilitres));
        }
    }

    private void producer(ProducerId id, String name, int days, LocalTime time) {
        run(
                "INSERT INTO producer (region_id, producer_id, name, lat_e6, lon_e6, cutoff_days, cutoff_time,"
                        + " pickup_from, pickup_to, sale_model, tax_status, created_at) VALUES (:region, :id, :name,"
                        + " 51760000, 11790000, :days, :time, '06:00', '09:00', 'COMMISSION', 'STANDARD', now())",
                Map.of("id", id.value(), "name", name, "days", days, "time", time));
    }

    /** An article sold by the piece: one litre of room each, deposit 0.15 if asked for. */
    public OfferId piece(
            ProducerId producer, String name, long cents, long offered, long depositCents) {
        return offer(producer, name, "PIECE", cents, offered, depositCents, 1000);
    }

    /** An article sold by weight, price per kilogram, one litre of room per kilogram. */
    public OfferId weighed(ProducerId producer, String name, long centsPerKilogram, long grams) {
        return offer(producer, name, "GRAM", centsPerKilogram, grams, 0, 1000);
    }

    private OfferId offer(
            ProducerId producer,
            String name,
            String unit,
            long cents,
            long offered,
            long deposit,
            int millilitres) {
        UUID product = UUID.randomUUID();
        UUID offer = UUID.randomUUID();
        run(
                "INSERT INTO product (region_id, product_id, producer_id, article_number, name, unit, price_cents,"
                        + " vat_key, deposit_cents, deposit_kind, deposit_vat_key, cold_class, volume_ml, weight_g,"
                        + " age_limit, day_quantity, van_quantity, allergens, changed_at) VALUES (:region, :product,"
                        + " :producer, :number, :name, :unit, :cents, 2, :deposit,"
                        + (deposit > 0 ? " 'REUSABLE', 2," : " NULL, NULL,")
                        + " 'AMBIENT', :ml, 500, 0, :offered, 0, 'keine', now())",
                Map.of(
                        "product",
                        product,
                        "producer",
                        producer.value(),
                        "number",
                        product.toString(),
                        "name",
                        name,
                        "unit",
                        unit,
                        "cents",
                        cents,
                        "deposit",
                        deposit,
                        "ml",
                        millilitres,
                        "offered",
                        offered));
        run(
                "INSERT INTO offer (region_id, offer_id, product_id, producer_id, market_day, price_cents, offered,"
                        + " free, van_quantity) VALUES (:region, :offer, :product, :producer, :day, :cents, :offered,"
                        + " :offered, 0)",
                Map.of(
                        "offer",
                        offer,
                        "product",
                        product,
                        "producer",
                        producer.value(),
                        "day",
                        DAY,
                        "cents",
                        cents,
                        "offered",
                        offered));
        return new OfferId(offer);
    }

    public long free(OfferId offer) {
        return number(
                "SELECT free FROM offer WHERE region_id = :region AND offer_id = :id",
                Map.of("id", offer.value()));
    }

    long freeMillilitres(CallId id) {
        return number(
                "SELECT free_millilitres FROM call_capacity WHERE region_id = :region AND call_id = :id"
                        + " AND cold_class = 'AMBIENT'",
                Map.of("id", id.value()));
    }

    /** Pieces or grams that living orders hold of an offer. */
    long taken(OfferId offer) {
        return number(
                "SELECT coalesce(sum(ordered), 0)::bigint FROM order_line WHERE region_id = :region AND offer_id = :id"
                        + " AND state <> 'CANCELLED'",
                Map.of("id", offer.value()));
    }

    public long orders() {
        return number("SELECT count(*) FROM orders WHERE region_id = :region", Map.of());
    }

    public long facts(String type) {
        return number(
                "SELECT count(*) FROM outbox WHERE region_id = :region AND type = :type",
                Map.of("type", type));
    }

    public long number(String sql, Map<String, Object> values) {
        return TestRegions.run(
                region,
                db.sql(sql)
                        .bind("region", region.id().value())
                        .bindValues(values)
                        .map(row -> row.get(0, Long.class))
                        .one());
    }

    public void run(String sql, Map<String, Object> values) {
        TestRegions.run(
                region, db.sql(sql).bind("region", region.id().value()).bindValues(values).then());
    }

    public static Customer erika() {
        return new Customer("Erika Muster", "03471 123456", null, null);
    }

    public PlaceOrder order(String key, PayBy payBy, Wish... wishes) {
        return new PlaceOrder(key, call, erika(), payBy, java.util.List.of(wishes), null, null);
    }
}
