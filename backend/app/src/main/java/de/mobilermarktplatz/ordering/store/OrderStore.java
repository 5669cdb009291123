package de.mobilermarktplatz.ordering.store;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.platform.database.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads orders. What writes them is {@link PlaceStatement}, {@link ReleaseStatement} and {@link
 * LineMoves}.
 */
@Component
public class OrderStore {

    private final DatabaseClient db;

    OrderStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Order> find(RegionId region, OrderId order) {
        return orders(region, "o.order_id = :value", order.value()).next();
    }

    public Mono<Order> findByCode(RegionId region, LocalDate day, SpokenCode code) {
        return query(
                        region,
                        "o.market_day = :day AND o.spoken_code = :code",
                        Map.of("day", day, "code", code.value()))
                .next();
    }

    /** All orders of a call, ended ones too, in the order of placing. */
    public Flux<Order> ofCall(RegionId region, CallId call) {
        return orders(region, "o.call_id = :value", call.value());
    }

    /** All orders of a market day, ended ones too, in the order of placing. */
    public Flux<Order> ofDay(RegionId region, LocalDate day) {
        return orders(region, "o.market_day = :value", day);
    }

    /** Orders of a cart that wait for a card payment. */
    public Flux<Order> heldOfCart(RegionId region, UUID cart) {
        return orders(region, "o.held_until IS NOT NULL AND o.cart_id = :value", cart);
    }

    /** Living, unheld orders of a day with their lines of one producer only. */
    public Flux<Order> ofProducer(RegionId region, LocalDate day, ProducerId producer) {
        return query(
                region,
                "o.market_day = :day AND l.market_day = :day AND l.producer_id = :producer"
                        + " AND o.held_until IS NULL AND o.ended_at IS NULL",
                Map.of("day", day, "producer", producer.value()));
    }

    /** Living, unheld orders with their lines of one offer only. */
    public Flux<Order> ofOffer(RegionId region, OfferId offer) {
        return orders(
                region,
                "o.held_until IS NULL AND o.ended_at IS NULL AND l.offer_id = :value",
                offer.value());
    }

    /**
     * Held orders whose lease ended at or before {@code now}, oldest first, at most {@code limit}.
     */
    public Flux<OrderId> overdue(RegionId region, Instant now, int limit) {
        return db.sql(
                        """
                        SELECT order_id FROM orders
                        WHERE region_id = :region AND held_until <= :now
                        ORDER BY held_until LIMIT :limit
                        """)
                .bind("region", region.value())
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> new OrderId(Values.get(row, "order_id", UUID.class)))
                .all();
    }

    /** Whole orders in the order of their ids, their lines locked. */
    public Flux<Order> hold(RegionId region, Collection<OrderId> orders) {
        return db.sql(
                        "SELECT "
                                + OrderRows.COLUMNS
                                + " FROM orders o JOIN order_line l"
                                + " ON l.region_id = o.region_id AND l.order_id = o.order_id"
                                + " WHERE o.region_id = :region AND l.region_id = :region"
                                + " AND o.order_id = ANY (:orders)"
                                + " ORDER BY o.order_id, l.line_no FOR UPDATE OF l")
                .bind("region", region.value())
                .bind("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .map(OrderRows::row)
                .all()
                .bufferUntilChanged(Order::id)
                .map(OrderRows::whole);
    }

    private Flux<Order> orders(RegionId region, String condition, Object value) {
        return query(region, condition, Map.of("value", value));
    }

    private Flux<Order> query(RegionId region, String condition, Map<String, Object> values) {
        return db.sql(
                        "SELECT "
                                + OrderRows.COLUMNS
                                + " FROM orders o JOIN order_line l"
                                + " ON l.region_id = o.region_id AND l.order_id = o.order_id"
                                + " WHERE o.region_id = :region AND l.region_id = :region AND "
                                + condition
                                + " ORDER BY o.placed_at, o.order_id, l.line_no")
                .bind("region", region.value())
                .bindValues(values)
                .map(OrderRows::row)
                .all()
                .bufferUntilChanged(Order::id)
                .map(OrderRows::whole);
    }
}
