package de.mobilermarktplatz.ordering.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.ordering.EndReason;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.Portion;
import de.mobilermarktplatz.platform.database.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Changes of orders after their cut-off. Everything joins the caller's transaction. */
@Component
public class ChangeStore {

    /** A line and what is to be handed over of it from now on. */
    public record Agreed(int line, Portion portion) {}

    private final DatabaseClient db;

    ChangeStore(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Locks the lines, as the ingest of a journal does, so that a change and a handover come one
     * after the other.
     */
    public Mono<Void> hold(RegionId region, OrderId order) {
        return db.sql(
                        """
                        SELECT line_no FROM order_line WHERE region_id = :region AND order_id = :order
                        ORDER BY line_no FOR UPDATE
                        """)
                .bind("region", region.value())
                .bind("order", order.value())
                .then();
    }

    /** Ends a living order; false when it had ended before. */
    public Mono<Boolean> end(RegionId region, OrderId order, EndReason reason, Instant now) {
        return db.sql(
                        """
                        WITH ended AS (
                            UPDATE orders SET held_until = NULL, ended_at = :now, end_reason = :reason,
                                version = version + 1
                            WHERE region_id = :region AND order_id = :order AND ended_at IS NULL
                            RETURNING order_id
                        ), lines AS (
                            UPDATE order_line l SET state = 'CANCELLED' FROM ended e
                            WHERE l.region_id = :region AND l.order_id = e.order_id AND l.state = ANY (:before)
                        )
                        SELECT order_id FROM ended
                        """)
                .bind("region", region.value())
                .bind("order", order.value())
                .bind("now", time(now))
                .bind("reason", reason.name())
                .bind("before", LineState.namesBefore(LineState.CANCELLED))
                .map(row -> get(row, "order_id", UUID.class))
                .all()
                .hasElements();
    }

    /** Other amounts for lines that did not reach their customer yet; returns how many. */
    public Mono<Long> agree(RegionId region, OrderId order, List<Agreed> lines) {
        Columns<Agreed> columns = Columns.of(lines);
        return db.sql(
                        """
                        UPDATE order_line l SET agreed = a.quantity, agreed_cents = a.cents,
                            state = CASE WHEN a.quantity = 0 THEN 'CANCELLED' ELSE l.state END
                        FROM unnest(:lines::int[], :quantities::bigint[], :cents::bigint[]) AS a(line_no, quantity, cents)
                        WHERE l.region_id = :region AND l.order_id = :order AND l.line_no = a.line_no
                          AND l.state = ANY (:before)
                        """)
                .bind("region", region.value())
                .bind("order", order.value())
                .bind("lines", columns.ints(Agreed::line))
                .bind("quantities", columns.longs(agreed -> agreed.portion().quantity()))
                .bind("cents", columns.longs(agreed -> agreed.portion().amount().cents()))
                .bind("before", LineState.namesBefore(LineState.CANCELLED))
                .fetch()
                .rowsUpdated();
    }

    /**
     * Less of lines that nobody was asked for yet: then it is simply a smaller order. What is over
     * goes back to the offer; lines that become zero end. Locks offers in key order, like {@link
     * PlaceStatement}, and reckons from the locked value.
     */
    public Mono<Long> less(RegionId region, OrderId order, List<Agreed> lines) {
        Columns<Agreed> columns = Columns.of(lines);
        return db.sql(
                        """
                        WITH less AS (
                            SELECT l.line_no, l.offer_id, l.ordered - a.quantity AS back, a.quantity, a.cents
                            FROM order_line l
                            JOIN unnest(:lines::int[], :quantities::bigint[], :cents::bigint[]) AS a(line_no, quantity, cents)
                              ON a.line_no = l.line_no
                            WHERE l.region_id = :region AND l.order_id = :order AND l.state = 'PLACED'
                              AND a.quantity < l.ordered
                        ), goods AS (
                            SELECT o.offer_id, o.free FROM offer o
                            WHERE o.region_id = :region AND o.offer_id = ANY (ARRAY(SELECT offer_id FROM less))
                            ORDER BY o.offer_id
                            FOR UPDATE
                        ), returned AS (
                            UPDATE offer o SET free = g.free + b.back
                            FROM (SELECT offer_id, sum(back)::bigint AS back FROM less GROUP BY offer_id) b
                            JOIN goods g ON g.offer_id = b.offer_id
                            WHERE o.region_id = :region AND o.offer_id = b.offer_id
                        )
                        UPDATE order_line l SET
                            ordered = CASE WHEN s.quantity = 0 THEN l.ordered ELSE s.quantity END,
                            ordered_cents = CASE WHEN s.quantity = 0 THEN l.ordered_cents ELSE s.cents END,
                            state = CASE WHEN s.quantity = 0 THEN 'CANCELLED' ELSE l.state END
                        FROM less s
                        WHERE l.region_id = :region AND l.order_id = :order AND l.line_no = s.line_no
                        """)
                .bind("region", region.value())
                .bind("order", order.value())
                .bind("lines", columns.ints(Agreed::line))
                .bind("quantities", columns.longs(agreed -> agreed.portion().quantity()))
                .bind("cents", columns.longs(agreed -> agreed.portion().amount().cents()))
                .fetch()
                .rowsUpdated();
    }

    public static Agreed agreed(OrderLine line, long quantity) {
        return new Agreed(line.number(), line.portion(quantity));
    }
}
