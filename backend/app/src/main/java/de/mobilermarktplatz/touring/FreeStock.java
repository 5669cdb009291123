package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.store.FreeStockStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The goods that a tour takes along beside its orders. What an order no longer needs is added, what
 * it needs more is taken out, whoever decided it: so what should be aboard, orders and free stock
 * together, never changes by a change of an order. Joins the caller's transaction.
 */
@Component
class FreeStock {

    private final FreeStockStore store;

    FreeStock(FreeStockStore store) {
        this.store = store;
    }

    /** False when there is not that much more of a line; the caller must undo everything then. */
    Mono<Boolean> take(Region region, TourId tour, ProductId product, long amount) {
        return store.take(region, tour, product, amount);
    }

    /**
     * Follows an order that was changed. Goods that nobody was asked for are not on the tour: they
     * went back to their offer.
     */
    Mono<Void> follow(Region region, TourId tour, Order before, Order after) {
        return Flux.fromIterable(before.lines())
                .filter(line -> line.state() != LineState.PLACED)
                .concatMap(line -> follow(region, tour, line, after))
                .then();
    }

    private Mono<Void> follow(Region region, TourId tour, OrderLine before, Order after) {
        long now =
                after.lines().stream()
                        .filter(line -> line.number() == before.number())
                        .mapToLong(line -> line.current().quantity())
                        .sum();
        long over = before.current().quantity() - now;
        if (over > 0) {
            return store.give(region, tour, before.product(), before.unit(), over);
        }
        return over < 0 ? store.takeUpTo(region, tour, before.product(), -over) : Mono.empty();
    }
}
