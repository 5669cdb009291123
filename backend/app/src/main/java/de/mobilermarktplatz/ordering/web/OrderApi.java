package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLinks;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PlaceResult.Invalid;
import de.mobilermarktplatz.ordering.PlaceResult.Placed;
import de.mobilermarktplatz.ordering.PlaceResult.Refused;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Orders in the JSON API. */
@RestController
class OrderApi {

    private final Orders orders;
    private final OrderLinks links;

    OrderApi(Orders orders, OrderLinks links) {
        this.orders = orders;
        this.links = links;
    }

    /**
     * 201 with the order, also when the same key is sent again; 409, 404 or 422 with a problem
     * otherwise.
     */
    @PostMapping("/api/v1/{region}/orders")
    @Requires(Permission.ORDER_PLACE)
    Mono<ResponseEntity<OrderAnswer>> place(
            Region region,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody OrderBody request) {
        if (key == null) {
            throw Refusals.exception(
                    new Invalid("Idempotency-Key", "Die Kopfzeile „Idempotency-Key“ fehlt."));
        }
        return orders.place(region, request.wish(key))
                .map(
                        result ->
                                switch (result) {
                                    case Placed placed -> created(region, placed.order());
                                    case Refused refused -> throw Refusals.exception(refused);
                                });
    }

    private ResponseEntity<OrderAnswer> created(Region region, Order order) {
        String page = links.page(region, order.id());
        return ResponseEntity.created(URI.create(page))
                .body(OrderAnswer.of(order, page, links.payment(region, order.id())));
    }
}
