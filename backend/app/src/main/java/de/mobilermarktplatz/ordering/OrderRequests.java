package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.ordering.store.OrderRequestStore;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Wishes that a van decides (sync.md 2.5): while it has the goods, nobody else changes an order.
 * Everything joins the caller's transaction.
 */
@Component
public class OrderRequests {

    private final OrderRequestStore store;
    private final LateChanges changes;
    private final Outbox outbox;
    private final UuidV7 ids;
    private final InstantSource clock;

    OrderRequests(
            OrderRequestStore store,
            LateChanges changes,
            Outbox outbox,
            UuidV7 ids,
            InstantSource clock) {
        this.store = store;
        this.changes = changes;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks the van; refused while it has not answered the last wish for this order. */
    public Mono<ChangeResult> ask(
            Region region, TourId tour, OrderId order, OrderChange change, String by) {
        OrderRequest request =
                new OrderRequest(
                        new FactId(ids.next()),
                        order,
                        tour,
                        change,
                        OrderRequest.State.OPEN,
                        by,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        null);
        return store.insert(region.id(), request)
                .flatMap(
                        asked ->
                                asked
                                        ? outbox.append(
                                                        new OrderChangeAsked(
                                                                request.id().value(),
                                                                order.value(),
                                                                tour.value()))
                                                .thenReturn(new ChangeResult.Asked(request.id()))
                                        : Mono.just(ChangeResult.Refused.OPEN_ALREADY));
    }

    /**
     * The van's word. DONE changes the order: it ends when nothing is left of it. What came when
     * the order was over is told as what it is: too late.
     *
     * @param lines pieces or grams in all by line number, as the van said; empty when nothing
     *     changed
     * @return false when the request had its answer before, or is not known: nothing happened
     */
    public Mono<Boolean> answer(
            Region region, FactId id, OrderRequest.State state, Map<Integer, Long> lines) {
        return store.find(region.id(), id)
                .filter(request -> request.state() == OrderRequest.State.OPEN)
                .flatMap(
                        request ->
                                changes.hold(region, request.order())
                                        .map(order -> asItIs(request, state, order))
                                        .flatMap(truth -> answer(region, request, truth, lines)))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> answer(
            Region region,
            OrderRequest request,
            OrderRequest.State state,
            Map<Integer, Long> lines) {
        return store.answer(region.id(), request.id(), state, clock.instant())
                .flatMap(
                        first ->
                                first
                                        ? carryOut(region, request, state, lines).thenReturn(true)
                                        : Mono.just(false));
    }

    /** Nothing of an order that is over can be done; but what is cancelled is cancelled. */
    private static OrderRequest.State asItIs(
            OrderRequest request, OrderRequest.State said, Order order) {
        if (said != OrderRequest.State.DONE || !ChangeRules.isOver(order)) {
            return said;
        }
        boolean asWanted =
                order.state() == OrderState.CANCELLED
                        && request.change().kind() != OrderChange.Kind.INCREASE;
        return asWanted ? said : OrderRequest.State.TOO_LATE;
    }

    private Mono<Void> carryOut(
            Region region,
            OrderRequest request,
            OrderRequest.State state,
            Map<Integer, Long> lines) {
        Mono<Void> changed =
                state == OrderRequest.State.DONE
                        ? changes.agreed(region, request.order(), request.change().kind(), lines)
                        : Mono.empty();
        return changed.then(
                Mono.defer(
                        () ->
                                outbox.append(
                                        new OrderChangeAnswered(
                                                request.id().value(),
                                                request.order().value(),
                                                request.tour().value(),
                                                request.change().kind(),
                                                state))));
    }

    /** Empty if the region has no such request. */
    public Mono<OrderRequest> find(Region region, FactId request) {
        return store.find(region.id(), request);
    }

    /** All of an order, oldest first. */
    public Flux<OrderRequest> ofOrder(Region region, OrderId order) {
        return store.ofOrder(region.id(), order);
    }

    /** What a van has not answered yet, oldest first. */
    public Flux<OrderRequest> openOf(Region region, TourId tour) {
        return store.openOf(region.id(), tour);
    }
}
