package de.mobilermarktplatz.catalogue.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.RegionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code offer} and {@code offer_day}. Taking stock for an order is not here: ordering owns
 * that statement.
 */
@Component
public class OfferStore {

    private static final int CHUNK = 1000;

    /**
     * What is sold stays sold: a smaller quantity takes from what is still free, never below zero.
     * An offer that would stay as it is is not written.
     */
    private static final String PUT =
            """
            INSERT INTO offer (region_id, offer_id, product_id, producer_id, market_day, price_cents, offered, free,
                van_quantity)
            SELECT :region, r.offer_id, r.product_id, r.producer_id, r.market_day, r.price_cents, r.offered, r.offered,
                r.van_quantity
            FROM jsonb_to_recordset(:rows::jsonb) AS r (offer_id uuid, product_id uuid, producer_id uuid,
                market_day date, price_cents bigint, offered bigint, van_quantity bigint)
            ON CONFLICT (region_id, market_day, product_id) DO UPDATE SET
                price_cents = EXCLUDED.price_cents,
                offered = greatest(EXCLUDED.offered, offer.offered - offer.free),
                free = greatest(0, EXCLUDED.offered - (offer.offered - offer.free)),
                van_quantity = EXCLUDED.van_quantity,
                version = offer.version + 1
            WHERE (offer.price_cents, offer.van_quantity) IS DISTINCT FROM (EXCLUDED.price_cents, EXCLUDED.van_quantity)
               OR offer.offered <> greatest(EXCLUDED.offered, offer.offered - offer.free)
            """;

    private final DatabaseClient db;
    private final JsonMapper json;

    OfferStore(DatabaseClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What an article shall be offered at on a day. */
    public record Target(
            OfferId offer,
            ProductId product,
            de.mobilermarktplatz.kernel.id.ProducerId producer,
            LocalDate day,
            long priceCents,
            long offered,
            long vanQuantity) {

        Map<String, Object> json() {
            return Map.of(
                    "offer_id", offer.toString(),
                    "product_id", product.toString(),
                    "producer_id", producer.toString(),
                    "market_day", day.toString(),
                    "price_cents", priceCents,
                    "offered", offered,
                    "van_quantity", vanQuantity);
        }
    }

    /** Opens days for offering; true for each that was not open before. */
    public Mono<Boolean> openDay(RegionId region, LocalDate day, Instant now) {
        return db.sql(
                        """
                        INSERT INTO offer_day (region_id, market_day, opened_at) VALUES (:region, :day, :now)
                        ON CONFLICT (region_id, market_day) DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("day", day)
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Open days from a day on, in order. */
    public Flux<LocalDate> openDays(RegionId region, LocalDate from) {
        return db.sql(
                        """
                        SELECT market_day FROM offer_day WHERE region_id = :region AND market_day >= :from
                        ORDER BY market_day
                        """)
                .bind("region", region.value())
                .bind("from", from)
                .map(row -> get(row, "market_day", LocalDate.class))
                .all();
    }

    /** Locks offers in key order, as orders do, before they are written in any other order. */
    public Mono<Void> lock(RegionId region, Collection<ProductId> products, List<LocalDate> days) {
        return db.sql(
                        """
                        SELECT offer_id FROM offer
                        WHERE region_id = :region AND product_id = ANY (:products) AND market_day = ANY (:days)
                        ORDER BY offer_id FOR UPDATE
                        """)
                .bind("region", region.value())
                .bind("products", ProductStore.uuids(products))
                .bind("days", days.toArray(LocalDate[]::new))
                .map(row -> get(row, "offer_id", java.util.UUID.class))
                .all()
                .then();
    }

    /** Creates the offers or moves them to their targets. */
    public Mono<Void> put(RegionId region, List<Target> targets) {
        return Flux.fromIterable(targets)
                .map(Target::json)
                .buffer(CHUNK)
                .concatMap(
                        rows ->
                                db.sql(PUT)
                                        .bind("region", region.value())
                                        .bind("rows", json.writeValueAsString(rows))
                                        .then())
                .then();
    }

    /** Takes back whatever is not sold of these articles on these days. */
    public Mono<Void> withdraw(
            RegionId region, Collection<ProductId> products, List<LocalDate> days) {
        return db.sql(
                        """
                        UPDATE offer SET offered = offered - free, free = 0, van_quantity = 0, version = version + 1
                        WHERE region_id = :region AND product_id = ANY (:products) AND market_day = ANY (:days)
                          AND (free > 0 OR van_quantity > 0)
                        """)
                .bind("region", region.value())
                .bind("products", ProductStore.uuids(products))
                .bind("days", days.toArray(LocalDate[]::new))
                .then();
    }

    /** Lowers the quantity for free sale; never raises it. */
    public Mono<Void> limitVanQuantity(RegionId region, OfferId offer, long atMost) {
        return db.sql(
                        """
                        UPDATE offer SET van_quantity = :most, version = version + 1
                        WHERE region_id = :region AND offer_id = :offer AND van_quantity > :most
                        """)
                .bind("region", region.value())
                .bind("offer", offer.value())
                .bind("most", atMost)
                .then();
    }
}
