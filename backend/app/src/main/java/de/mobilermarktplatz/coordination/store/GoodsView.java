package de.mobilermarktplatz.coordination.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.coordination.domain.GoodsFlow;
import de.mobilermarktplatz.coordination.domain.Requested;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The way of the goods: asked of producers, loaded, handed over, sold, counted. */
@Component
public class GoodsView {

    private final DatabaseClient db;

    GoodsView(DatabaseClient db) {
        this.db = db;
    }

    /** Every article on every tour of the day that is no draft. */
    public Flux<GoodsFlow> flows(Region region, LocalDate day) {
        return db.sql(
                        """
                        WITH tours AS (
                          SELECT t.tour_id, v.name AS van, t.state = 'CLOSED' AS closed FROM tour t
                          JOIN van v ON v.region_id = t.region_id AND v.van_id = t.van_id
                          WHERE t.region_id = :region AND t.market_day = :day AND t.state <> 'DRAFT'),
                        parts AS (
                          SELECT t.tour_id, l.product_id, CASE WHEN l.state = 'CANCELLED' THEN 0 ELSE l.ordered END AS ordered,
                            CASE WHEN o.ended_at IS NOT NULL THEN 0 ELSE coalesce(l.agreed, l.packed, l.confirmed, l.ordered) END AS expected, coalesce(l.delivered, 0) AS delivered,
                            0::bigint AS loaded, 0::bigint AS handed, 0::bigint AS sold, 0::bigint AS shrunk, 0::bigint AS counted
                          FROM tours t
                          JOIN tour_visit s ON s.region_id = :region AND s.tour_id = t.tour_id AND s.call_id IS NOT NULL
                          JOIN order_line l ON l.region_id = :region AND l.call_id = s.call_id
                          -- Goods that an agreement or a cancellation set free are in the tour's stock.
                          JOIN orders o ON o.region_id = :region AND o.order_id = l.order_id
                          WHERE l.state <> 'CANCELLED'
                          UNION ALL
                          SELECT t.tour_id, s.product_id, 0, s.amount, 0, 0, 0, 0, 0, 0
                          FROM tours t JOIN tour_stock s ON s.region_id = :region AND s.tour_id = t.tour_id
                          UNION ALL
                          SELECT t.tour_id, m.product_id, 0, 0, 0,
                            CASE WHEN m.kind = 'LOAD' THEN m.amount ELSE 0 END,
                            CASE WHEN m.kind = 'HANDOVER' THEN -m.amount ELSE 0 END,
                            CASE WHEN m.kind IN ('SALE', 'VOID') THEN -m.amount ELSE 0 END,
                            CASE WHEN m.kind = 'SHRINKAGE' THEN -m.amount ELSE 0 END,
                            CASE WHEN m.kind = 'COUNT' THEN m.amount ELSE 0 END
                          FROM tours t JOIN stock_move m ON m.region_id = :region AND m.tour_id = t.tour_id)
                        SELECT t.van, t.closed, p.name, p.unit, sum(a.ordered)::bigint AS ordered, sum(a.expected)::bigint AS expected,
                          sum(a.loaded)::bigint AS loaded, sum(a.handed)::bigint AS handed,
                          sum(a.delivered)::bigint AS delivered, sum(a.sold)::bigint AS sold,
                          sum(a.shrunk)::bigint AS shrunk, sum(a.counted)::bigint AS counted
                        FROM parts a JOIN tours t ON t.tour_id = a.tour_id
                        JOIN product p ON p.region_id = :region AND p.product_id = a.product_id
                        GROUP BY t.tour_id, t.van, t.closed, p.product_id, p.name, p.unit
                        ORDER BY t.van, p.name COLLATE "de-x-icu", p.product_id
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(GoodsView::flow)
                .all();
    }

    /** Every article that was asked of a producer for the day. */
    public Flux<Requested> requested(Region region, LocalDate day) {
        return db.sql(
                        """
                        SELECT f.name AS producer, p.name, p.unit,
                          (SELECT coalesce(sum(o.ordered), 0)::bigint FROM order_line o WHERE o.region_id = :region
                             AND o.market_day = :day AND o.product_id = p.product_id AND o.state <> 'CANCELLED') AS ordered,
                          sum(l.requested)::bigint AS requested, sum(l.van_quantity)::bigint AS van_quantity,
                          coalesce(sum(a.confirmed), 0)::bigint AS confirmed,
                          count(a.confirmed) = count(*) AS answered
                        FROM producer_request r
                        JOIN request_line l ON l.region_id = r.region_id AND l.request_id = r.request_id
                        JOIN product p ON p.region_id = l.region_id AND p.product_id = l.product_id
                        JOIN producer f ON f.region_id = r.region_id AND f.producer_id = r.producer_id
                        LEFT JOIN LATERAL (
                          SELECT b.confirmed FROM request_answer_line b
                          WHERE b.region_id = l.region_id AND b.request_id = l.request_id AND b.line_no = l.line_no
                          ORDER BY b.answer_no DESC LIMIT 1) a ON true
                        WHERE r.region_id = :region AND r.market_day = :day
                        GROUP BY f.producer_id, f.name, p.product_id, p.name, p.unit
                        ORDER BY f.name COLLATE "de-x-icu", p.name COLLATE "de-x-icu", p.product_id
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(GoodsView::requested)
                .all();
    }

    private static GoodsFlow flow(Readable row) {
        return new GoodsFlow(
                get(row, "van", String.class),
                get(row, "closed", Boolean.class),
                get(row, "name", String.class),
                get(row, "unit", String.class),
                get(row, "ordered", Long.class),
                get(row, "expected", Long.class),
                get(row, "loaded", Long.class),
                get(row, "handed", Long.class),
                get(row, "delivered", Long.class),
                get(row, "sold", Long.class),
                get(row, "shrunk", Long.class),
                get(row, "counted", Long.class));
    }

    private static Requested requested(Readable row) {
        return new Requested(
                get(row, "producer", String.class),
                get(row, "name", String.class),
                get(row, "unit", String.class),
                get(row, "ordered", Long.class),
                get(row, "requested", Long.class),
                get(row, "van_quantity", Long.class),
                get(row, "confirmed", Long.class),
                get(row, "answered", Boolean.class));
    }
}
