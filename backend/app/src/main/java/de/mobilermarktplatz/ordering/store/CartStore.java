package de.mobilermarktplatz.ordering.store;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.ordering.CartLine;
import de.mobilermarktplatz.platform.database.Values;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carts: wishes only, nothing in them is reserved. */
@Component
public class CartStore {

    private final DatabaseClient db;

    CartStore(DatabaseClient db) {
        this.db = db;
    }

    public Flux<CartLine> lines(RegionId region, UUID cart) {
        return db.sql(
                        """
                        SELECT call_id, offer_id, quantity FROM cart_line
                        WHERE region_id = :region AND cart_id = :cart
                        ORDER BY added_at, offer_id
                        """)
                .bind("region", region.value())
                .bind("cart", cart)
                .map(
                        row ->
                                new CartLine(
                                        new CallId(Values.get(row, "call_id", UUID.class)),
                                        new OfferId(Values.get(row, "offer_id", UUID.class)),
                                        Values.get(row, "quantity", Long.class)))
                .all();
    }

    /** Sets the quantity of a line, or adds to it; the cart is made with its first line. */
    public Mono<Void> put(RegionId region, UUID cart, CartLine line, boolean add, Instant now) {
        return db.sql(
                        """
                        WITH c AS (
                            INSERT INTO cart (region_id, cart_id, changed_at) VALUES (:region, :cart, :now)
                            ON CONFLICT (region_id, cart_id) DO UPDATE SET changed_at = excluded.changed_at
                        )
                        INSERT INTO cart_line AS l (region_id, cart_id, call_id, offer_id, quantity, added_at)
                        VALUES (:region, :cart, :call, :offer, :quantity, :now)
                        ON CONFLICT (region_id, cart_id, call_id, offer_id) DO UPDATE
                        SET quantity = least(excluded.quantity + CASE WHEN :add THEN l.quantity ELSE 0 END, 100000)
                        """)
                .bind("region", region.value())
                .bind("cart", cart)
                .bind("call", line.call().value())
                .bind("offer", line.offer().value())
                .bind("quantity", line.quantity())
                .bind("add", add)
                .bind("now", now)
                .then();
    }

    /** Takes lines out, either because the customer said so or because an order now holds them. */
    public Mono<Void> remove(RegionId region, UUID cart, CallId call, List<OfferId> offers) {
        return db.sql(
                        """
                        DELETE FROM cart_line
                        WHERE region_id = :region AND cart_id = :cart AND call_id = :call AND offer_id = ANY (:offers)
                        """)
                .bind("region", region.value())
                .bind("cart", cart)
                .bind("call", call.value())
                .bind("offers", offers.stream().map(OfferId::value).toArray(UUID[]::new))
                .then();
    }
}
