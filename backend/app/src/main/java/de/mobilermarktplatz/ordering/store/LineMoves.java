package de.mobilermarktplatz.ordering.store;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Portion;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Moves lines along {@link LineState}. Every UPDATE is guarded by the states that may come before,
 * so a step told twice moves nothing the second time. All return the number of lines moved.
 */
@Component
public class LineMoves {

    /** One line and the portion that goes with its step. */
    public record Move(OrderId order, int line, LineState state, Portion portion) {}

    private final DatabaseClient db;

    LineMoves(DatabaseClient db) {
        this.db = db;
    }

    /**
     * PLACED lines of a producer become REQUESTED. The orders are locked first: a cancellation that
     * comes at the same moment either is seen here or sees the requested line.
     */
    public Mono<Long> request(RegionId region, LocalDate day, ProducerId producer) {
        return db.sql(
                        """
                        WITH living AS (
                            SELECT o.order_id FROM orders o
                            WHERE o.region_id = :region AND o.market_day = :day
                              AND o.held_until IS NULL AND o.ended_at IS NULL
                            ORDER BY o.order_id
                            FOR UPDATE
                        )
                        UPDATE order_line l SET state = 'REQUESTED'
                        FROM living
                        WHERE l.region_id = :region AND l.order_id = living.order_id AND l.market_day = :day
                          AND l.producer_id = :producer AND l.state = 'PLACED'
                        """)
                .bind("region", region.value())
                .bind("day", day)
                .bind("producer", producer.value())
                .fetch()
                .rowsUpdated();
    }

    /** What the producer confirmed: CONFIRMED or CUT with the confirmed portion. */
    public Mono<Long> confirm(RegionId region, List<Move> moves) {
        return move(region, moves, "confirmed");
    }

    /** What went into a crate. */
    public Mono<Long> pack(RegionId region, List<Move> moves) {
        return move(region, moves, "packed");
    }

    /**
     * What became of lines at the van: HANDED_OVER, REFUSED or UNCOLLECTED with the delivered
     * portion.
     */
    public Mono<Long> deliver(RegionId region, List<Move> moves) {
        return move(region, moves, "delivered");
    }

    /** Everything in a crate that was scanned into the van. */
    public Mono<Long> load(RegionId region, OrderId order, List<Integer> lines) {
        return db.sql(
                        """
                        UPDATE order_line SET state = 'LOADED'
                        WHERE region_id = :region AND order_id = :order AND line_no = ANY (:lines)
                          AND state = ANY (:before)
                        """)
                .bind("region", region.value())
                .bind("order", order.value())
                .bind("lines", lines.toArray(Integer[]::new))
                .bind("before", LineState.namesBefore(LineState.LOADED))
                .fetch()
                .rowsUpdated();
    }

    /** Everything of a call that nobody came for: delivered nothing. */
    public Mono<Long> uncollected(RegionId region, CallId call) {
        return db.sql(
                        """
                        UPDATE order_line SET state = 'UNCOLLECTED', delivered = 0, delivered_cents = 0
                        WHERE region_id = :region AND call_id = :call AND state = ANY (:before)
                          AND NOT (state = 'CUT' AND confirmed = 0)
                        """)
                .bind("region", region.value())
                .bind("call", call.value())
                .bind("before", LineState.namesBefore(LineState.UNCOLLECTED))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> move(RegionId region, List<Move> moves, String portion) {
        if (moves.isEmpty()) {
            return Mono.just(0L);
        }
        LineState next = moves.getFirst().state();
        List<Move> now = moves.stream().filter(move -> move.state() == next).toList();
        List<Move> later = moves.stream().filter(move -> move.state() != next).toList();
        return db.sql(
                        """
                        UPDATE order_line l
                        SET state = :next, %1$s = m.quantity, %1$s_cents = m.cents
                        FROM unnest(:orders, :lines, :quantities, :cents) AS m(order_id, line_no, quantity, cents)
                        WHERE l.region_id = :region AND l.order_id = m.order_id AND l.line_no = m.line_no
                          AND l.state = ANY (:before)
                        """
                                .formatted(portion))
                .bind("region", region.value())
                .bind("next", next.name())
                .bind("before", LineState.namesBefore(next))
                .bind("orders", now.stream().map(m -> m.order().value()).toArray(UUID[]::new))
                .bind("lines", now.stream().map(Move::line).toArray(Integer[]::new))
                .bind(
                        "quantities",
                        now.stream().map(m -> m.portion().quantity()).toArray(Long[]::new))
                .bind(
                        "cents",
                        now.stream().map(m -> m.portion().amount().cents()).toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .flatMap(moved -> move(region, later, portion).map(rest -> moved + rest));
    }
}
