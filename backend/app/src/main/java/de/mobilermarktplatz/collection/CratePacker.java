package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.catalogue.Products;
import de.mobilermarktplatz.collection.domain.CratePacking;
import de.mobilermarktplatz.collection.store.CrateStore;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.Tours;
import de.mobilermarktplatz.touring.VanStock;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the crates of a released tour: one per producer and cold class, with a code for its label.
 */
@Service
public class CratePacker {

    private final CrateStore store;
    private final Tours tours;
    private final Orders orders;
    private final OrderLines lines;
    private final Products products;
    private final TransactionalOperator tx;
    private final UuidV7 ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    CratePacker(
            CrateStore store,
            Tours tours,
            Orders orders,
            OrderLines lines,
            Products products,
            TransactionalOperator tx,
            UuidV7 ids,
            InstantSource clock) {
        this.store = store;
        this.tours = tours;
        this.orders = orders;
        this.lines = lines;
        this.products = products;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Packs the tour once; a second call only returns what was packed. Order lines become PACKED.
     */
    public Flux<Crate> packFor(Region region, TourId tour) {
        Mono<List<Crate>> work =
                store.ofTour(region, tour)
                        .collectList()
                        .filter(packed -> !packed.isEmpty())
                        .switchIfEmpty(
                                Mono.defer(
                                        () ->
                                                tours.find(region, tour)
                                                        .flatMap(found -> pack(region, found))));
        return tx.transactional(work).flatMapIterable(crates -> crates);
    }

    private Mono<List<Crate>> pack(Region region, Tour tour) {
        List<CallId> calls =
                tour.visits().stream().map(TourVisit::call).filter(Objects::nonNull).toList();
        return Mono.zip(
                        Flux.fromIterable(calls)
                                .concatMap(call -> living(region, call).collectList())
                                .collectList(),
                        tours.stock(region, tour.id()).collectList())
                .flatMap(
                        goods ->
                                products.byIds(
                                                region,
                                                goods.getT2().stream()
                                                        .map(VanStock::product)
                                                        .toList())
                                        .collectMap(Product::id)
                                        .map(
                                                known ->
                                                        crates(
                                                                tour,
                                                                CratePacking.pack(
                                                                        goods.getT1(),
                                                                        goods.getT2(),
                                                                        known)))
                                        .flatMap(
                                                crates ->
                                                        store.insert(
                                                                        region,
                                                                        tour.day(),
                                                                        crates,
                                                                        clock.instant())
                                                                .then(packed(region, goods.getT1()))
                                                                .thenReturn(crates)));
    }

    private Flux<Order> living(Region region, CallId call) {
        return orders.ofCall(region, call)
                .filter(order -> order.endReason() == null && order.heldUntil() == null);
    }

    private Mono<Void> packed(Region region, List<List<Order>> stops) {
        return Flux.fromIterable(stops)
                .flatMapIterable(stop -> stop)
                .concatMap(order -> lines.pack(region, order.id(), CratePacking.packed(order)))
                .then();
    }

    private List<Crate> crates(
            Tour tour, java.util.Map<CratePacking.Key, List<Crate.Item>> contents) {
        return contents.entrySet().stream()
                .map(
                        crate ->
                                new Crate(
                                        new CrateId(ids.next()),
                                        tour.id(),
                                        SpokenCode.random(random).value(),
                                        crate.getKey().producer(),
                                        crate.getKey().coldClass(),
                                        List.copyOf(crate.getValue())))
                .toList();
    }
}
