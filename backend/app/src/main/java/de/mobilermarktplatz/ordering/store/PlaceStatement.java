package de.mobilermarktplatz.ordering.store;

/**
 * The one statement that places an order.
 *
 * <p>It locks the offers and then the call's room, each in key order, looks at what is really free,
 * and only if everything suffices inserts the order and takes the goods: a data-modifying CTE does
 * not undo its siblings, so nothing may be written before the verdict. The unique idempotency key
 * decides between twins: whoever inserts the order takes the stock, the others write nothing. Every
 * value is bound; clock and ids come from Java.
 *
 * <p>The new stock is reckoned from the locked value, not from the row that UPDATE reads first:
 * that one is as old as the statement's snapshot, and PostgreSQL would check {@code free >= 0} on
 * it before it looks for the newer version.
 *
 * <p>An order that waits for no payment ({@code :final}) leaves the cart and enters the outbox in
 * the same breath.
 *
 * <p>Returns one row per wished offer: {@code placed, offer_id, free, same_price, room_short}.
 */
final class PlaceStatement {
    private PlaceStatement() {}

    static final String SQL =
            """
            WITH wished AS (
                SELECT * FROM unnest(:offers, :line_nos, :products, :producers, :names, :units, :cold_classes,
                                     :line_millilitres, :prices, :vat_keys)
                    AS w(offer_id, line_no, product_id, producer_id, product_name, unit, cold_class,
                         millilitres, price_cents, vat_key)
                JOIN unnest(:offers, :quantities, :amounts, :deposits, :deposit_vat_keys, :age_limits,
                            :sale_models, :cut_offs)
                    AS x(offer_id, ordered, ordered_cents, deposit_each_cents, deposit_vat_key, age_limit,
                         sale_model, cut_off_at) USING (offer_id)
            ), goods AS (
                SELECT o.offer_id, o.free, o.price_cents
                FROM offer o
                WHERE o.region_id = :region AND o.market_day = :day AND o.offer_id = ANY (:offers)
                ORDER BY o.offer_id
                FOR UPDATE
            ), stock AS (
                SELECT w.offer_id, coalesce(g.free, 0) AS free, coalesce(g.free >= w.ordered, false) AS enough,
                       coalesce(g.price_cents = w.price_cents, false) AS same_price
                FROM wished w LEFT JOIN goods g ON g.offer_id = w.offer_id
            ), stock_verdict AS MATERIALIZED (
                SELECT bool_and(enough AND same_price) AS ok FROM stock
            ), room AS (
                SELECT c.cold_class, c.free_millilitres
                FROM call_capacity c
                WHERE c.region_id = :region AND c.call_id = :call AND c.cold_class = ANY (:room_classes)
                  AND (SELECT ok FROM stock_verdict)
                ORDER BY c.cold_class
                FOR UPDATE
            ), load AS (
                SELECT * FROM unnest(:room_classes, :room_millilitres) AS l(cold_class, millilitres)
            ), room_short AS MATERIALIZED (
                SELECT coalesce(array_agg(l.cold_class ORDER BY l.cold_class), '{}') AS cold_classes
                FROM load l LEFT JOIN room r ON r.cold_class = l.cold_class
                WHERE coalesce(r.free_millilitres < l.millilitres, true)
            ), placed AS (
                INSERT INTO orders (region_id, order_id, idempotency_key, request_hash, call_id, market_day,
                                    spoken_code, customer_name, customer_phone, customer_mail, collector_name,
                                    pay_by, cart_id, held_until, placed_at, version)
                SELECT :region, :order, :key, :hash, :call, :day, :code, :customer, :phone, :mail, :collector,
                       :pay_by, :cart, :held_until, :now, 1
                FROM stock_verdict, room_short
                WHERE ok AND cardinality(cold_classes) = 0
                ON CONFLICT DO NOTHING
                RETURNING order_id
            ), taken AS (
                UPDATE offer o SET free = g.free - w.ordered
                FROM placed, wished w JOIN goods g ON g.offer_id = w.offer_id
                WHERE o.region_id = :region AND o.offer_id = w.offer_id
            ), room_taken AS (
                UPDATE call_capacity c SET free_millilitres = r.free_millilitres - l.millilitres
                FROM placed, load l JOIN room r ON r.cold_class = l.cold_class
                WHERE c.region_id = :region AND c.call_id = :call AND c.cold_class = l.cold_class
            ), lines AS (
                INSERT INTO order_line (region_id, order_id, line_no, market_day, call_id, offer_id, product_id,
                                        producer_id, product_name, unit, cold_class, millilitres, price_cents,
                                        vat_key, deposit_each_cents, deposit_vat_key, age_limit, sale_model,
                                        cut_off_at, state, ordered, ordered_cents)
                SELECT :region, order_id, line_no, :day, :call, offer_id, product_id, producer_id, product_name,
                       unit, cold_class, millilitres, price_cents, vat_key, deposit_each_cents, deposit_vat_key,
                       age_limit, sale_model, cut_off_at, 'PLACED', ordered, ordered_cents
                FROM wished, placed
            ), out_of_cart AS (
                DELETE FROM cart_line c USING placed
                WHERE c.region_id = :region AND c.cart_id = :cart AND c.call_id = :call
                  AND c.offer_id = ANY (:offers) AND :final
            ), told AS (
                INSERT INTO outbox (region_id, fact_id, type, body, created_at, due_at)
                SELECT :region, :fact, :fact_type, :fact_body::jsonb, :now, :now FROM placed WHERE :final
            )
            SELECT EXISTS (SELECT 1 FROM placed) AS placed, s.offer_id, s.free, s.enough, s.same_price,
                   (SELECT cold_classes FROM room_short) AS room_short
            FROM stock s
            ORDER BY s.offer_id
            """;
}
