package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.ordering.CartLine;
import de.mobilermarktplatz.ordering.Carts;
import de.mobilermarktplatz.ordering.PlaceResult.OfferUnknown;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.GermanDays;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What can be ordered for a call, by producer. */
@Controller
class CallPages {

    private final Offers offers;
    private final Carts carts;
    private final Calls calls;
    private final OfferCards cards;
    private final InstantSource clock;

    CallPages(Offers offers, Carts carts, Calls calls, OfferCards cards, InstantSource clock) {
        this.offers = offers;
        this.carts = carts;
        this.calls = calls;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping("/r/{regionSlug}/halt/{call}")
    @Requires(Permission.SHOP_BROWSE)
    Mono<String> page(
            Region region,
            @PathVariable("call") String id,
            ServerWebExchange exchange,
            Model model) {
        return calls.coming(region, id)
                .flatMap(
                        call ->
                                Mono.zip(
                                                offers.forDay(region, call.day()).collectList(),
                                                inCart(region, exchange, call.id()),
                                                calls.later(region, call).collectList())
                                        .doOnNext(
                                                found -> {
                                                    show(
                                                            region,
                                                            call,
                                                            found.getT1(),
                                                            found.getT2(),
                                                            model);
                                                    model.addAttribute("later", found.getT3());
                                                }))
                .thenReturn("ordering/call");
    }

    @PostMapping("/r/{regionSlug}/halt/{call}/korb")
    @Requires(Permission.ORDER_PLACE)
    Mono<String> add(Region region, @PathVariable("call") String id, ServerWebExchange exchange) {
        return Mono.zip(calls.coming(region, id), exchange.getFormData())
                .flatMap(
                        asked -> {
                            Form form = new Form(asked.getT2());
                            OfferId offer = form.offer();
                            CallId call = asked.getT1().id();
                            UUID cart = CartCookie.readOrCreate(exchange, region);
                            return offers.byIds(region, List.of(offer))
                                    .filter(view -> view.marketDay().equals(asked.getT1().day()))
                                    .next()
                                    .switchIfEmpty(
                                            Mono.error(
                                                    () ->
                                                            Refusals.exception(
                                                                    new OfferUnknown(
                                                                            List.of(offer)))))
                                    .flatMap(
                                            view ->
                                                    carts.add(
                                                            region,
                                                            cart,
                                                            new CartLine(
                                                                    call, offer, form.quantity())))
                                    .thenReturn(
                                            "redirect:/r/%s/halt/%s#a-%s"
                                                    .formatted(region.slug(), call, offer));
                        });
    }

    private Mono<Map<OfferId, Long>> inCart(
            Region region, ServerWebExchange exchange, CallId call) {
        return Mono.justOrEmpty(CartCookie.read(exchange))
                .flatMap(cart -> carts.quantities(region, cart, call))
                .defaultIfEmpty(Map.of());
    }

    private void show(
            Region region,
            Call call,
            List<OfferView> found,
            Map<OfferId, Long> inCart,
            Model model) {
        Instant now = clock.instant();
        model.addAttribute("stop", call.stop().spokenName())
                .addAttribute(
                        "day",
                        GermanDays.relativeDay(call.day(), now.atZone(region.zone()).toLocalDate()))
                .addAttribute(
                        "time",
                        GermanDays.time(call.from()) + "–" + GermanDays.time(call.to()) + " Uhr")
                .addAttribute("action", "/r/" + region.slug() + "/halt/" + call.id() + "/korb")
                .addAttribute("shelves", ProducerShelf.of(found, inCart, now, region.zone()))
                .addAttribute("cards", cards)
                .addAttribute("inCart", inCart.size());
    }
}
