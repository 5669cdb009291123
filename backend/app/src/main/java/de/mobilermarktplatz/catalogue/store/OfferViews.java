package de.mobilermarktplatz.catalogue.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.SaleModel;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads offers together with their article and producer, one statement a page. */
@Component
public class OfferViews {

    private static final String SELECT =
            """
            SELECT o.offer_id, o.market_day, o.price_cents, o.offered, o.free, o.van_quantity, f.name AS producer_name,
                   f.cutoff_days, f.cutoff_time, f.sale_model,
            """
                    + ArticleRow.COLUMNS
                    + """
                    FROM offer o
                    JOIN product p ON p.region_id = o.region_id AND p.product_id = o.product_id
                    JOIN producer f ON f.region_id = o.region_id AND f.producer_id = o.producer_id
                    WHERE o.region_id = :region
                    """;
    private static final String ORDER =
            " ORDER BY f.name COLLATE \"de-x-icu\", p.name COLLATE \"de-x-icu\", o.offer_id";

    private final DatabaseClient db;

    OfferViews(DatabaseClient db) {
        this.db = db;
    }

    public Flux<OfferView> forDay(Region region, LocalDate day) {
        return db.sql(
                        SELECT
                                + " AND o.market_day = :day AND (o.offered > 0 OR o.van_quantity > 0)"
                                + ORDER)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(row -> offer(row, region.zone()))
                .all();
    }

    public Flux<OfferView> ofProducer(Region region, LocalDate day, ProducerId producer) {
        return db.sql(SELECT + " AND o.market_day = :day AND o.producer_id = :producer" + ORDER)
                .bind("region", region.id().value())
                .bind("day", day)
                .bind("producer", producer.value())
                .map(row -> offer(row, region.zone()))
                .all();
    }

    public Flux<OfferView> byIds(Region region, Collection<OfferId> offers) {
        return db.sql(SELECT + " AND o.offer_id = ANY (:offers)" + ORDER)
                .bind("region", region.id().value())
                .bind("offers", offers.stream().map(OfferId::value).toArray(UUID[]::new))
                .map(row -> offer(row, region.zone()))
                .all();
    }

    private static OfferView offer(Readable row, ZoneId zone) {
        LocalDate day = get(row, "market_day", LocalDate.class);
        return new OfferView(
                new OfferId(get(row, "offer_id", UUID.class)),
                day,
                ArticleRow.product(row),
                get(row, "producer_name", String.class),
                Money.cents(get(row, "price_cents", Long.class)),
                get(row, "offered", Long.class),
                get(row, "free", Long.class),
                get(row, "van_quantity", Long.class),
                Producer.cutOff(
                        day,
                        get(row, "cutoff_days", Integer.class),
                        get(row, "cutoff_time", LocalTime.class),
                        zone),
                SaleModel.valueOf(get(row, "sale_model", String.class)));
    }
}
