package de.mobilermarktplatz.ordering.store;

/**
 * Ends an order and gives its goods and its room back, exactly once: whoever moves the order row to
 * "ended" also moves the stock, and no second statement can, because the row no longer matches.
 * Locks in the same key order as {@link PlaceStatement}.
 *
 * <p>Only lines that are still PLACED give stock back; what a producer was already asked for is
 * cancelled by the desk.
 */
final class ReleaseStatement {
    private ReleaseStatement() {}

    private static final String BODY =
            """
            , lines AS (
                UPDATE order_line l SET state = 'CANCELLED'
                FROM ended e
                WHERE l.region_id = :region AND l.order_id = e.order_id AND l.state = 'PLACED'
                RETURNING l.offer_id, l.call_id, l.cold_class, l.ordered, l.millilitres
            ), back AS (
                SELECT offer_id, sum(ordered)::bigint AS quantity FROM lines GROUP BY offer_id
            ), goods AS (
                SELECT o.offer_id, o.free FROM offer o
                WHERE o.region_id = :region AND o.offer_id = ANY (ARRAY(SELECT offer_id FROM back))
                ORDER BY o.offer_id
                FOR UPDATE
            ), returned AS (
                UPDATE offer o SET free = g.free + b.quantity
                FROM back b JOIN goods g ON g.offer_id = b.offer_id
                WHERE o.region_id = :region AND o.offer_id = b.offer_id
                RETURNING o.offer_id
            ), load AS (
                SELECT call_id, cold_class, sum(millilitres)::bigint AS millilitres
                FROM lines GROUP BY call_id, cold_class
            ), room AS (
                SELECT c.call_id, c.cold_class, c.free_millilitres FROM call_capacity c JOIN load l USING (call_id, cold_class)
                WHERE c.region_id = :region AND (SELECT count(*) FROM returned) >= 0
                ORDER BY c.call_id, c.cold_class
                FOR UPDATE OF c
            ), room_returned AS (
                UPDATE call_capacity c SET free_millilitres = r.free_millilitres + l.millilitres
                FROM load l JOIN room r USING (call_id, cold_class)
                WHERE c.region_id = :region AND c.call_id = l.call_id AND c.cold_class = l.cold_class
            )
            SELECT order_id, call_id, market_day FROM ended
            """;

    /** A whole order whose lines are all still PLACED. */
    static final String CANCEL =
            """
            WITH ended AS (
                UPDATE orders o SET held_until = NULL, ended_at = :now, end_reason = :reason, version = version + 1
                WHERE o.region_id = :region AND o.order_id = :order AND o.ended_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM order_line l WHERE l.region_id = :region AND l.order_id = o.order_id
                                  AND l.state <> 'PLACED')
                RETURNING o.order_id, o.call_id, o.market_day
            )"""
                    + BODY;

    /** A held order whose lease has run out. */
    static final String EXPIRE =
            """
            WITH ended AS (
                UPDATE orders o SET held_until = NULL, ended_at = :now, end_reason = :reason, version = version + 1
                WHERE o.region_id = :region AND o.order_id = :order AND o.held_until <= :now
                RETURNING o.order_id, o.call_id, o.market_day
            )"""
                    + BODY;
}
