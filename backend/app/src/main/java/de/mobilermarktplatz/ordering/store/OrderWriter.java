package de.mobilermarktplatz.ordering.store;

import static de.mobilermarktplatz.platform.database.Values.nullable;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.ordering.EndReason;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.platform.database.Values;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Places and ends orders: every method is one statement that moves order, stock and room together
 * or not at all.
 */
@Component
public class OrderWriter {

    private final DatabaseClient db;

    OrderWriter(DatabaseClient db) {
        this.db = db;
    }

    /**
     * What the placing statement saw.
     *
     * @param placed whether the order stands now; if not, nothing was written
     * @param stock one per line
     * @param roomShort cold classes the call has no room for; only meaningful if all stock suffices
     */
    public record Attempt(boolean placed, List<Stock> stock, List<ColdClass> roomShort) {}

    /**
     * What was really free of an offer, in pieces or grams, and whether its price is still the
     * shown one.
     */
    public record Stock(OfferId offer, long free, boolean enough, boolean samePrice) {}

    /**
     * An earlier order of the same idempotency key, with the SHA-256 of what was asked in
     * hexadecimal.
     */
    public record Prior(OrderId order, String requestHash) {}

    /** A fact that goes into the outbox together with the order. */
    public record Fact(UUID id, String type, String body) {}

    /**
     * @param fact told at once if the order waits for no payment
     */
    public Mono<Attempt> place(
            RegionId region, Order order, String key, String requestHash, Fact fact) {
        Map<ColdClass, Long> room = new EnumMap<>(ColdClass.class);
        order.lines()
                .forEach(line -> room.merge(line.coldClass(), line.millilitres(), Math::addExact));
        var statement =
                db.sql(PlaceStatement.SQL)
                        .bind("region", region.value())
                        .bind("order", order.id().value())
                        .bind("key", key)
                        .bind("hash", HexFormat.of().parseHex(requestHash))
                        .bind("call", order.call().value())
                        .bind("day", order.marketDay())
                        .bind("code", order.spokenCode().value())
                        .bind("customer", order.customer().name())
                        .bind("phone", nullable(String.class, order.customer().phone()))
                        .bind("mail", nullable(String.class, order.customer().mail()))
                        .bind("collector", nullable(String.class, order.customer().collector()))
                        .bind("pay_by", order.payBy().name())
                        .bind("cart", nullable(UUID.class, order.cart()))
                        .bind("held_until", nullable(Instant.class, order.heldUntil()))
                        .bind("now", order.placedAt())
                        .bind("final", order.heldUntil() == null)
                        .bind("fact", fact.id())
                        .bind("fact_type", fact.type())
                        .bind("fact_body", fact.body())
                        .bind(
                                "room_classes",
                                room.keySet().stream().map(Enum::name).toArray(String[]::new))
                        .bind("room_millilitres", room.values().toArray(Long[]::new));
        return LineColumns.bind(statement, order.lines())
                .map(AttemptRows::row)
                .all()
                .collectList()
                .map(AttemptRows::whole);
    }

    public Mono<Prior> prior(RegionId region, String key) {
        return db.sql(
                        "SELECT order_id, request_hash FROM orders WHERE region_id = :region AND idempotency_key = :key")
                .bind("region", region.value())
                .bind("key", key)
                .map(
                        row ->
                                new Prior(
                                        new OrderId(Values.get(row, "order_id", UUID.class)),
                                        HexFormat.of()
                                                .formatHex(
                                                        Values.get(
                                                                row,
                                                                "request_hash",
                                                                byte[].class))))
                .one();
    }

    /**
     * Ends the lease because the payment is authorised; false if the lease was over or never was.
     */
    public Mono<Boolean> confirmPayment(RegionId region, OrderId order, Instant now) {
        return db.sql(
                        """
                        WITH paid AS (
                            UPDATE orders SET held_until = NULL, version = version + 1,
                                paid_at = CASE WHEN pay_by = 'CARD' THEN :now::timestamptz END
                            WHERE region_id = :region AND order_id = :order AND held_until > :now
                            RETURNING order_id, cart_id, call_id
                        ), out_of_cart AS (
                            DELETE FROM cart_line c USING paid p, order_line l
                            WHERE c.region_id = :region AND l.region_id = :region AND l.order_id = p.order_id
                              AND c.cart_id = p.cart_id AND c.call_id = p.call_id AND c.offer_id = l.offer_id
                        )
                        SELECT order_id FROM paid
                        """)
                .bind("region", region.value())
                .bind("order", order.value())
                .bind("now", now)
                .map(row -> Values.get(row, "order_id", UUID.class))
                .all()
                .hasElements();
    }

    /**
     * Changes how a living order is paid; false if it is paid at the van already, ended, or its
     * lease is over.
     */
    public Mono<Boolean> payAtVan(RegionId region, OrderId order, Instant now) {
        return db.sql(
                        """
                        UPDATE orders SET pay_by = 'AT_VAN', paid_at = NULL, version = version + 1
                        WHERE region_id = :region AND order_id = :order AND pay_by = 'CARD'
                            AND ended_at IS NULL AND (held_until IS NULL OR held_until > :now)
                        """)
                .bind("region", region.value())
                .bind("order", order.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Ends a living order whose lines are all still PLACED; false if that is no longer possible.
     * Needs a transaction: the order is locked by a statement of its own, because a statement that
     * waits for a producer's request would afterwards still see the lines as they were before it.
     */
    public Mono<Boolean> cancel(RegionId region, OrderId order, EndReason reason, Instant now) {
        return hold(region, order)
                .then(
                        Mono.defer(
                                () ->
                                        release(
                                                ReleaseStatement.CANCEL,
                                                region,
                                                order,
                                                reason,
                                                now)));
    }

    private Mono<Void> hold(RegionId region, OrderId order) {
        return db.sql(
                        "SELECT order_id FROM orders WHERE region_id = :region AND order_id = :order FOR UPDATE")
                .bind("region", region.value())
                .bind("order", order.value())
                .then();
    }

    /**
     * Ends a held order whose lease is over; false if somebody else did or the payment came first.
     */
    public Mono<Boolean> expire(RegionId region, OrderId order, Instant now) {
        return release(ReleaseStatement.EXPIRE, region, order, EndReason.EXPIRED, now);
    }

    private Mono<Boolean> release(
            String sql, RegionId region, OrderId order, EndReason reason, Instant now) {
        return db.sql(sql)
                .bind("region", region.value())
                .bind("order", order.value())
                .bind("reason", reason.name())
                .bind("now", now)
                .map(row -> Values.get(row, "order_id", UUID.class))
                .all()
                .hasElements();
    }
}
