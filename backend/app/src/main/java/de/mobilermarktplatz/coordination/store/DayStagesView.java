package de.mobilermarktplatz.coordination.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.coordination.domain.Amounts;
import de.mobilermarktplatz.coordination.domain.Stage;
import de.mobilermarktplatz.coordination.domain.StageRow;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The whole way of a day's goods in one statement, by producer and tour. */
@Component
public class DayStagesView {

    private final DatabaseClient db;

    DayStagesView(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Producers in German order. Orders and deliveries have their own amounts of money; everything
     * else is valued at the day's price.
     */
    public Flux<StageRow> of(Region region, LocalDate day) {
        return db.sql(
                        """
                        WITH tours AS (
                          SELECT t.tour_id, v.name AS van FROM tour t JOIN van v ON v.region_id = t.region_id AND v.van_id = t.van_id
                          WHERE t.region_id = :region AND t.market_day = :day),
                        lines AS (
                          SELECT l.*, s.tour_id FROM order_line l
                          LEFT JOIN (tour_visit s JOIN tours t ON t.tour_id = s.tour_id)
                            ON s.region_id = l.region_id AND s.call_id = l.call_id
                          WHERE l.region_id = :region AND l.market_day = :day AND l.state <> 'CANCELLED'),
                        asked AS (
                          SELECT l.product_id, l.requested + l.van_quantity AS amount, a.confirmed
                          FROM producer_request r
                          JOIN request_line l ON l.region_id = r.region_id AND l.request_id = r.request_id
                          LEFT JOIN LATERAL (
                            SELECT b.confirmed FROM request_answer_line b
                            WHERE b.region_id = l.region_id AND b.request_id = l.request_id AND b.line_no = l.line_no
                            ORDER BY b.answer_no DESC LIMIT 1) a ON true
                          WHERE r.region_id = :region AND r.market_day = :day),
                        parts AS (
                          SELECT w.stage, l.tour_id, l.product_id, w.amount, w.cents FROM lines l, LATERAL (VALUES
                            ('ORDERED', l.ordered, l.ordered_cents),
                            ('EXPECTED', coalesce(l.agreed, l.packed, l.confirmed, l.ordered), NULL),
                            ('DELIVERED', l.delivered, l.delivered_cents)) AS w (stage, amount, cents)
                          UNION ALL
                          SELECT w.stage, NULL, a.product_id, w.amount, NULL FROM asked a, LATERAL (VALUES
                            ('REQUESTED', a.amount), ('CONFIRMED', a.confirmed), ('CUT', a.amount - a.confirmed)) AS w (stage, amount)
                          UNION ALL
                          SELECT 'EXPECTED', s.tour_id, s.product_id, s.amount, NULL
                          FROM tours t JOIN tour_stock s ON s.region_id = :region AND s.tour_id = t.tour_id
                          UNION ALL
                          SELECT CASE m.kind WHEN 'LOAD' THEN 'LOADED' WHEN 'SHRINKAGE' THEN 'SHRUNK' WHEN 'COUNT' THEN 'COUNTED'
                              ELSE 'SOLD' END, m.tour_id, m.product_id,
                            CASE WHEN m.kind IN ('LOAD', 'COUNT') THEN m.amount ELSE -m.amount END, NULL
                          FROM tours t JOIN stock_move m ON m.region_id = :region AND m.tour_id = t.tour_id
                          WHERE m.kind <> 'HANDOVER'),
                        sums AS (
                          SELECT stage, tour_id, product_id, sum(amount)::bigint AS amount, sum(cents)::bigint AS cents
                          FROM parts WHERE amount <> 0 GROUP BY stage, tour_id, product_id)
                        SELECT f.name AS producer, t.van, s.stage,
                          coalesce(sum(s.amount) FILTER (WHERE p.unit = 'PIECE'), 0)::bigint AS pieces,
                          coalesce(sum(s.amount) FILTER (WHERE p.unit = 'GRAM'), 0)::bigint AS grams,
                          sum(coalesce(s.cents, CASE WHEN p.unit = 'PIECE' THEN s.amount * coalesce(o.price_cents, p.price_cents)
                            ELSE (s.amount * coalesce(o.price_cents, p.price_cents) + 500) / 1000 END))::bigint AS cents
                        FROM sums s
                        JOIN product p ON p.region_id = :region AND p.product_id = s.product_id
                        JOIN producer f ON f.region_id = :region AND f.producer_id = p.producer_id
                        LEFT JOIN offer o ON o.region_id = :region AND o.market_day = :day AND o.product_id = p.product_id
                        LEFT JOIN tours t ON t.tour_id = s.tour_id
                        GROUP BY f.producer_id, f.name, t.tour_id, t.van, s.stage
                        ORDER BY f.name COLLATE "de-x-icu", f.producer_id, t.van COLLATE "de-x-icu" LIMIT 10000
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(DayStagesView::row)
                .all();
    }

    private static StageRow row(Readable row) {
        return new StageRow(
                get(row, "producer", String.class),
                row.get("van", String.class),
                Stage.valueOf(get(row, "stage", String.class)),
                new Amounts(
                        get(row, "pieces", Long.class),
                        get(row, "grams", Long.class),
                        get(row, "cents", Long.class)));
    }
}
