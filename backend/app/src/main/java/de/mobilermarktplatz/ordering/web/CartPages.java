package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.ordering.CartLine;
import de.mobilermarktplatz.ordering.Carts;
import de.mobilermarktplatz.ordering.OrderLinks;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.domain.German;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The cart: lines of several producers, each with its own cut-off, by call. */
@Controller
class CartPages {

    private final Carts carts;
    private final Calls calls;
    private final Orders orders;
    private final OrderLinks links;
    private final InstantSource clock;

    CartPages(Carts carts, Calls calls, Orders orders, OrderLinks links, InstantSource clock) {
        this.carts = carts;
        this.calls = calls;
        this.orders = orders;
        this.links = links;
        this.clock = clock;
    }

    /** A started card checkout of this cart. */
    record Held(String until, String payment) {}

    @GetMapping("/r/{regionSlug}/korb")
    @Requires(Permission.SHOP_BROWSE)
    Mono<String> page(Region region, ServerWebExchange exchange, Model model) {
        return Mono.justOrEmpty(CartCookie.read(exchange))
                .flatMap(cart -> show(region, cart, model))
                .switchIfEmpty(
                        Mono.fromRunnable(
                                () ->
                                        model.addAttribute("parts", List.of())
                                                .addAttribute("held", List.of())))
                .thenReturn("ordering/cart");
    }

    @PostMapping("/r/{regionSlug}/korb")
    @Requires(Permission.ORDER_PLACE)
    Mono<String> change(Region region, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(Form::new)
                .flatMap(
                        form ->
                                calls.known(region, form.text("halt"))
                                        .flatMap(call -> change(region, exchange, call.id(), form)))
                .thenReturn("redirect:/r/" + region.slug() + "/korb");
    }

    private Mono<Void> change(Region region, ServerWebExchange exchange, CallId call, Form form) {
        OfferId offer = form.offer();
        long quantity = form.text("weg").isEmpty() ? form.quantityOrNone() : 0;
        UUID cart = CartCookie.readOrCreate(exchange, region);
        return quantity == 0
                ? carts.remove(region, cart, call, List.of(offer))
                : carts.set(region, cart, new CartLine(call, offer, quantity));
    }

    private Mono<Boolean> show(Region region, UUID cart, Model model) {
        Instant now = clock.instant();
        return Mono.zip(
                        carts.of(region, cart),
                        orders.heldOfCart(region, cart)
                                .map(
                                        order ->
                                                new Held(
                                                        heldUntil(order.heldUntil(), now, region),
                                                        links.payment(region, order.id())))
                                .collectList())
                .doOnNext(
                        found ->
                                model.addAttribute(
                                                "parts",
                                                found.getT1().stream()
                                                        .map(part -> CartView.of(region, part, now))
                                                        .toList())
                                        .addAttribute("held", found.getT2()))
                .thenReturn(true);
    }

    private static String heldUntil(
            @org.jspecify.annotations.Nullable Instant until, Instant now, Region region) {
        return until == null
                ? ""
                : German.moment(until, region.zone(), now.atZone(region.zone()).toLocalDate());
    }
}
