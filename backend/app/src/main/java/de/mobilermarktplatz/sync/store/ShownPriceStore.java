package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.ShownPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code price_shown}, and what was sold at which price. */
@Component
public class ShownPriceStore {

    private final DatabaseClient db;

    ShownPriceStore(DatabaseClient db) {
        this.db = db;
    }

    /** A price of a product that tablets are told now. */
    public record Price(ProductId product, Money price) {}

    /** What a till sold at one price on one tour, and when it last did. */
    public record Sold(
            JournalId journal, TourId tour, ProductId product, Money price, Instant last) {}

    /** Remembers what is told now; what is told already changes nothing. */
    public Mono<Void> note(Region region, LocalDate day, List<Price> prices, Instant now) {
        Columns<Price> columns = Columns.of(prices);
        return db.sql(
                        """
                        WITH told AS (
                            SELECT * FROM unnest(:products::uuid[], :cents::bigint[]) AS t (product_id, price_cents)
                        ), other AS (
                            SELECT t.product_id, t.price_cents FROM told t
                            LEFT JOIN price_shown s ON s.region_id = :region AND s.market_day = :day
                                AND s.product_id = t.product_id AND s.replaced_at IS NULL
                            WHERE s.price_cents IS DISTINCT FROM t.price_cents
                        )
                        UPDATE price_shown s SET replaced_at = :now FROM other o
                        WHERE s.region_id = :region AND s.market_day = :day AND s.product_id = o.product_id
                          AND s.replaced_at IS NULL
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .bind("products", columns.of(UUID.class, price -> price.product().value()))
                .bind("cents", columns.longs(price -> price.price().cents()))
                .bind("now", time(now))
                .then()
                .then(add(region, day, columns, now));
    }

    private Mono<Void> add(Region region, LocalDate day, Columns<Price> columns, Instant now) {
        return db.sql(
                        """
                        INSERT INTO price_shown (region_id, market_day, product_id, shown_from, price_cents)
                        SELECT :region, :day, t.product_id, :now, t.price_cents
                        FROM unnest(:products::uuid[], :cents::bigint[]) AS t (product_id, price_cents)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .bind("products", columns.of(UUID.class, price -> price.product().value()))
                .bind("cents", columns.longs(price -> price.price().cents()))
                .bind("now", time(now))
                .then();
    }

    /** Every price told for a day, by product. */
    public Mono<Map<ProductId, List<ShownPrice>>> ofDay(Region region, LocalDate day) {
        return db.sql(
                        """
                        SELECT product_id, array_agg(price_cents ORDER BY shown_from) AS prices,
                            array_agg(replaced_at ORDER BY shown_from) AS ends
                        FROM price_shown WHERE region_id = :region AND market_day = :day GROUP BY product_id
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(
                        row ->
                                Map.entry(
                                        new ProductId(get(row, "product_id", UUID.class)),
                                        shown(
                                                get(row, "prices", Long[].class),
                                                get(row, "ends", OffsetDateTime[].class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static List<ShownPrice> shown(Long[] prices, OffsetDateTime[] ends) {
        List<ShownPrice> all = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            OffsetDateTime end = ends[i];
            all.add(new ShownPrice(Money.cents(prices[i]), end == null ? null : end.toInstant()));
        }
        return all;
    }

    /** Free sales of a day's tours; goods of orders have the price frozen in their order. */
    public Flux<Sold> sold(Region region, LocalDate day) {
        return db.sql(
                        """
                        SELECT d.journal_id, r.tour_id, l.product_id, l.unit_price_cents, max(r.issued_at) AS last
                        FROM tour t
                        JOIN receipt r ON r.region_id = t.region_id AND r.tour_id = t.tour_id AND r.kind = 'SALE'
                        JOIN receipt_line l ON l.region_id = r.region_id AND l.op_id = r.op_id
                        JOIN device d ON d.region_id = r.region_id AND d.device_id = r.device_id
                        WHERE t.region_id = :region AND t.market_day = :day
                          AND l.kind = 'GOODS' AND l.order_line = 0 AND l.product_id IS NOT NULL
                        GROUP BY d.journal_id, r.tour_id, l.product_id, l.unit_price_cents
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(
                        row ->
                                new Sold(
                                        new JournalId(get(row, "journal_id", UUID.class)),
                                        new TourId(get(row, "tour_id", UUID.class)),
                                        new ProductId(get(row, "product_id", UUID.class)),
                                        Money.cents(get(row, "unit_price_cents", Long.class)),
                                        get(row, "last", Instant.class)))
                .all();
    }

    /** Days of tours that were fixed and whose vans may still send something. */
    public Flux<LocalDate> recentDays(Region region, LocalDate from) {
        return db.sql(
                        """
                        SELECT DISTINCT market_day FROM tour
                        WHERE region_id = :region AND state <> 'DRAFT' AND market_day >= :from
                        """)
                .bind("region", region.id().value())
                .bind("from", from)
                .map(row -> get(row, "market_day", LocalDate.class))
                .all();
    }
}
