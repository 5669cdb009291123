package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.ordering.CallCart;
import de.mobilermarktplatz.ordering.Carts;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLinks;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceResult.Invalid;
import de.mobilermarktplatz.ordering.PlaceResult.Placed;
import de.mobilermarktplatz.ordering.PlaceResult.Refused;
import de.mobilermarktplatz.ordering.domain.OrderRules;
import de.mobilermarktplatz.platform.problem.ProblemTexts;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The checkout: who, how to pay, summary, button. Paying by card goes on at payment's page; the
 * order is held meanwhile. Whatever goes wrong, what was typed and what is in the cart stays.
 */
@Controller
class CheckoutPages {

    private final Carts carts;
    private final Calls calls;
    private final Orders orders;
    private final OrderLinks links;
    private final ProblemTexts texts;
    private final InstantSource clock;

    CheckoutPages(
            Carts carts,
            Calls calls,
            Orders orders,
            OrderLinks links,
            ProblemTexts texts,
            InstantSource clock) {
        this.carts = carts;
        this.calls = calls;
        this.orders = orders;
        this.links = links;
        this.texts = texts;
        this.clock = clock;
    }

    /** One entry of the error summary; {@code field} is the id of the input it leads to. */
    record Mistake(String field, String text) {}

    @GetMapping("/r/{regionSlug}/kasse")
    @Requires(Permission.ORDER_PLACE)
    Mono<String> page(
            Region region,
            @RequestParam(defaultValue = "") String halt,
            ServerWebExchange exchange,
            Model model) {
        if (halt.isBlank()) {
            return Mono.just("redirect:/r/" + region.slug() + "/korb");
        }
        return calls.known(region, halt)
                .flatMap(call -> cart(region, exchange, call.id()))
                .map(cart -> show(region, cart, CheckoutForm.empty(halt), List.of(), model))
                .defaultIfEmpty("redirect:/r/" + region.slug() + "/korb");
    }

    @PostMapping("/r/{regionSlug}/kasse")
    @Requires(Permission.ORDER_PLACE)
    Mono<String> place(Region region, ServerWebExchange exchange, Model model) {
        return exchange.getFormData()
                .map(data -> CheckoutForm.of(new Form(data)))
                .flatMap(
                        form ->
                                calls.known(region, form.call())
                                        .flatMap(
                                                call ->
                                                        cart(region, exchange, call.id())
                                                                .flatMap(
                                                                        cart ->
                                                                                place(
                                                                                        region,
                                                                                        exchange,
                                                                                        cart, form,
                                                                                        model))
                                                                .switchIfEmpty(
                                                                        Mono.defer(
                                                                                () ->
                                                                                        already(
                                                                                                region,
                                                                                                exchange,
                                                                                                form)))));
    }

    private Mono<CallCart> cart(Region region, ServerWebExchange exchange, CallId call) {
        return Mono.justOrEmpty(CartCookie.read(exchange))
                .flatMap(cart -> carts.of(region, cart, call))
                .filter(cart -> !cart.lines().isEmpty());
    }

    /**
     * The cart is empty because this very form was sent before, or because it never had anything
     * for this call. The key alone opens no order: it was chosen by whoever ordered and may be
     * guessed, the cart's cookie may not.
     */
    private Mono<String> already(Region region, ServerWebExchange exchange, CheckoutForm form) {
        return Mono.justOrEmpty(CartCookie.read(exchange))
                .flatMap(
                        cart ->
                                orders.findByKey(region, form.key())
                                        .filter(order -> cart.equals(order.cart())))
                .map(order -> onward(region, order))
                .defaultIfEmpty("redirect:/r/" + region.slug() + "/korb");
    }

    private Mono<String> place(
            Region region,
            ServerWebExchange exchange,
            CallCart cart,
            CheckoutForm form,
            Model model) {
        List<Mistake> mistakes = new ArrayList<>();
        OrderRules.check(form.customer()).forEach(wrong -> mistakes.add(mistake(wrong)));
        PayBy chosen = form.chosen();
        if (chosen == null) {
            mistakes.add(
                    new Mistake("zahlung-karte", "Bitte wählen Sie, wie Sie bezahlen möchten."));
        }
        if (!mistakes.isEmpty() || chosen == null) {
            return Mono.just(
                    again(
                            region,
                            exchange,
                            cart,
                            form,
                            mistakes,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            model));
        }
        UUID cartId = CartCookie.read(exchange).orElseThrow();
        return orders.place(region, form.wish(cart.call().id(), chosen, cart, cartId))
                .flatMap(
                        result ->
                                switch (result) {
                                    case Placed placed -> Mono.just(onward(region, placed.order()));
                                    case Refused refused ->
                                            refused(region, exchange, form, refused, model);
                                });
    }

    /** Shows the page again with today's stock and prices, and why nothing was ordered. */
    private Mono<String> refused(
            Region region,
            ServerWebExchange exchange,
            CheckoutForm form,
            Refused refused,
            Model model) {
        Mistake why = new Mistake("summe", texts.detail(refused));
        return calls.known(region, form.call())
                .flatMap(call -> cart(region, exchange, call.id()))
                .map(
                        cart ->
                                again(
                                        region,
                                        exchange,
                                        cart,
                                        form.withFreshKey(),
                                        List.of(why),
                                        HttpStatus.CONFLICT,
                                        model))
                .defaultIfEmpty("redirect:/r/" + region.slug() + "/korb");
    }

    private String onward(Region region, Order order) {
        return "redirect:"
                + (order.heldUntil() == null
                        ? links.page(region, order.id())
                        : links.payment(region, order.id()));
    }

    private String again(
            Region region,
            ServerWebExchange exchange,
            CallCart cart,
            CheckoutForm form,
            List<Mistake> mistakes,
            HttpStatus status,
            Model model) {
        var _ = exchange.getResponse().setStatusCode(status);
        return show(region, cart, form, mistakes, model);
    }

    private String show(
            Region region, CallCart cart, CheckoutForm form, List<Mistake> mistakes, Model model) {
        model.addAttribute("part", CartView.of(region, cart, clock.instant()))
                .addAttribute("form", form)
                .addAttribute("mistakes", mistakes)
                .addAttribute("wrong", mistakes.stream().map(Mistake::field).distinct().toList());
        return "ordering/checkout";
    }

    private static final Map<String, String> FIELDS =
            Map.of("name", "name", "phone", "telefon", "mail", "mail", "collector", "abholung");

    private static Mistake mistake(Invalid wrong) {
        return new Mistake(FIELDS.getOrDefault(wrong.field(), "summe"), wrong.reason());
    }
}
