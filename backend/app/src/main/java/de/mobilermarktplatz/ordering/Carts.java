package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.ordering.store.CartStore;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carts: what browsers collected for one or several calls. Nothing in them is reserved. */
@Component
public class Carts {

    private final CartStore store;
    private final Offers offers;
    private final Timetable timetable;
    private final InstantSource clock;

    Carts(CartStore store, Offers offers, Timetable timetable, InstantSource clock) {
        this.store = store;
        this.offers = offers;
        this.timetable = timetable;
        this.clock = clock;
    }

    /**
     * The cart by calls, soonest first, priced by today's offers. Calls that no longer exist are
     * left out.
     */
    public Mono<List<CallCart>> of(Region region, UUID cart) {
        return store.lines(region.id(), cart).collectList().flatMap(lines -> priced(region, lines));
    }

    /** One call's part of the cart; empty when nothing is in it for that call. */
    public Mono<CallCart> of(Region region, UUID cart, CallId call) {
        return of(region, cart)
                .flatMapIterable(all -> all)
                .filter(part -> part.call().id().equals(call))
                .next();
    }

    /** How much of each offer is in the cart for a call, in pieces or grams. */
    public Mono<Map<OfferId, Long>> quantities(Region region, UUID cart, CallId call) {
        return store.lines(region.id(), cart)
                .filter(line -> line.call().equals(call))
                .collectMap(CartLine::offer, CartLine::quantity);
    }

    /** Puts that much more of an offer into the cart. */
    public Mono<Void> add(Region region, UUID cart, CartLine line) {
        return store.put(region.id(), cart, line, true, clock.instant());
    }

    /** Sets the quantity of a line. */
    public Mono<Void> set(Region region, UUID cart, CartLine line) {
        return store.put(region.id(), cart, line, false, clock.instant());
    }

    public Mono<Void> remove(Region region, UUID cart, CallId call, List<OfferId> which) {
        return store.remove(region.id(), cart, call, which);
    }

    private Mono<List<CallCart>> priced(Region region, List<CartLine> lines) {
        Instant now = clock.instant();
        Map<CallId, List<CartLine>> byCall =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CartLine::call, LinkedHashMap::new, Collectors.toList()));
        Mono<Map<OfferId, OfferView>> views =
                offers.byIds(region, lines.stream().map(CartLine::offer).toList())
                        .collectMap(OfferView::id);
        return views.flatMap(
                known ->
                        Flux.fromIterable(byCall.entrySet())
                                .concatMap(
                                        entry ->
                                                timetable
                                                        .call(region, entry.getKey())
                                                        .map(
                                                                call ->
                                                                        CallCart.of(
                                                                                call,
                                                                                entry.getValue(),
                                                                                known,
                                                                                now)))
                                .sort(
                                        Comparator.comparing(
                                                (CallCart part) -> start(part.call(), region)))
                                .collectList());
    }

    private static Instant start(Call call, Region region) {
        return call.start(region.zone());
    }
}
