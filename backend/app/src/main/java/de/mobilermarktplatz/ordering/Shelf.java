package de.mobilermarktplatz.ordering;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.ordering.domain.Offered;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What can be ordered for a call, as far as ordering needs to know it. */
@Component
class Shelf {

    private final DatabaseClient db;

    Shelf(DatabaseClient db) {
        this.db = db;
    }

    /** The call's day and those of the asked offers that are for that day. */
    record Goods(LocalDate day, Map<OfferId, Offered> offered) {}

    /** Empty if there is no such call. */
    Mono<Goods> forCall(Region region, CallId call, Collection<OfferId> offers) {
        return db.sql(
                        "SELECT market_day FROM call WHERE region_id = :region AND call_id = :call AND state = 'PUBLISHED'")
                .bind("region", region.id().value())
                .bind("call", call.value())
                .map(row -> get(row, "market_day", LocalDate.class))
                .one()
                .flatMap(
                        day ->
                                db.sql(
                                                """
                                                SELECT o.offer_id, o.product_id, o.producer_id, p.name, p.unit, p.cold_class,
                                                       p.volume_ml, o.price_cents, p.vat_key, p.deposit_cents,
                                                       coalesce(p.deposit_vat_key, p.vat_key) AS deposit_vat_key, p.age_limit,
                                                       f.sale_model, f.cutoff_days, f.cutoff_time
                                                FROM offer o
                                                JOIN product p ON p.region_id = o.region_id AND p.product_id = o.product_id
                                                JOIN producer f ON f.region_id = o.region_id AND f.producer_id = o.producer_id
                                                WHERE o.region_id = :region AND o.market_day = :day AND o.offer_id = ANY (:offers)
                                                """)
                                        .bind("region", region.id().value())
                                        .bind("day", day)
                                        .bind(
                                                "offers",
                                                offers.stream()
                                                        .map(OfferId::value)
                                                        .toArray(UUID[]::new))
                                        .map(row -> offered(row, day, region.zone()))
                                        .all()
                                        .collect(
                                                HashMap<OfferId, Offered>::new,
                                                (all, one) -> {
                                                    var _ = all.put(one.id(), one);
                                                })
                                        .map(all -> new Goods(day, all)));
    }

    private static Offered offered(Readable row, LocalDate day, ZoneId zone) {
        Instant cutOff =
                ZonedDateTime.of(
                                day.minusDays(get(row, "cutoff_days", Integer.class)),
                                get(row, "cutoff_time", LocalTime.class),
                                zone)
                        .toInstant();
        return new Offered(
                new OfferId(get(row, "offer_id", UUID.class)),
                new ProductId(get(row, "product_id", UUID.class)),
                new ProducerId(get(row, "producer_id", UUID.class)),
                get(row, "name", String.class),
                Unit.valueOf(get(row, "unit", String.class)),
                ColdClass.valueOf(get(row, "cold_class", String.class)),
                get(row, "volume_ml", Integer.class),
                Money.cents(get(row, "price_cents", Long.class)),
                VatKey.ofCode(get(row, "vat_key", Integer.class)),
                Money.cents(get(row, "deposit_cents", Long.class)),
                VatKey.ofCode(get(row, "deposit_vat_key", Integer.class)),
                get(row, "age_limit", Integer.class),
                get(row, "sale_model", String.class),
                cutOff);
    }
}
