package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.Orders.CancelResult;
import de.mobilermarktplatz.ordering.store.ChangeStore;
import de.mobilermarktplatz.ordering.store.OrderStore;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Changes of orders after their cut-off, carried out at once. Whoever calls has made sure that
 * nobody else decides: no van has the goods, or it was the van that said so. Joins the caller's
 * transaction.
 */
@Component
public class LateChanges {

    private final OrderStore store;
    private final ChangeStore changes;
    private final Orders orders;
    private final Outbox outbox;
    private final InstantSource clock;

    LateChanges(
            OrderStore store,
            ChangeStore changes,
            Orders orders,
            Outbox outbox,
            InstantSource clock) {
        this.store = store;
        this.changes = changes;
        this.orders = orders;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The order with its lines locked: no handover comes in between until the transaction ends.
     * Empty if there is none.
     */
    public Mono<Order> hold(Region region, OrderId order) {
        return changes.hold(region.id(), order)
                .then(Mono.defer(() -> store.find(region.id(), order)));
    }

    /** The desk's decision on an order that is {@link #hold held}. */
    public Mono<ChangeResult> carryOut(Region region, Order order, OrderChange change) {
        if (change.kind() != OrderChange.Kind.CANCEL) {
            return agree(region, order, change.wanted()).thenReturn(new ChangeResult.Done());
        }
        // While nobody was asked for the goods, they go back to the offer.
        return orders.cancel(region, order.id(), EndReason.DESK)
                .flatMap(
                        result ->
                                result == CancelResult.TOO_LATE
                                        ? end(region, order)
                                        : Mono.just(result == CancelResult.CANCELLED))
                .map(done -> done ? new ChangeResult.Done() : ChangeResult.Refused.OVER);
    }

    /** What a van agreed to; a handover that came first stands. */
    Mono<Void> agreed(Region region, OrderId id, OrderChange.Kind kind, Map<Integer, Long> lines) {
        return hold(region, id)
                .filter(order -> !ChangeRules.isOver(order))
                .flatMap(
                        order ->
                                kind == OrderChange.Kind.CANCEL || leavesNothing(order, lines)
                                        ? end(region, order).then()
                                        : agree(region, order, lines))
                .then();
    }

    private static boolean leavesNothing(Order order, Map<Integer, Long> lines) {
        return order.lines().stream()
                .allMatch(
                        line -> lines.getOrDefault(line.number(), line.current().quantity()) == 0);
    }

    /** Whether no producer and no van has heard of the line. */
    private static boolean isUnasked(OrderLine line) {
        return line.state() == LineState.PLACED;
    }

    private Mono<Boolean> end(Region region, Order order) {
        OrderCancelled fact =
                new OrderCancelled(
                        order.id().value(),
                        order.call().value(),
                        order.marketDay(),
                        EndReason.DESK);
        List<ChangeStore.Agreed> unasked =
                order.lines().stream()
                        .filter(LateChanges::isUnasked)
                        .map(line -> ChangeStore.agreed(line, 0))
                        .toList();
        return changes.less(region.id(), order.id(), unasked)
                .then(changes.end(region.id(), order.id(), EndReason.DESK, clock.instant()))
                .flatMap(first -> first ? outbox.append(fact).thenReturn(true) : Mono.just(false));
    }

    private Mono<Void> agree(Region region, Order order, Map<Integer, Long> wanted) {
        List<ChangeStore.Agreed> lines = new ArrayList<>();
        List<ChangeStore.Agreed> smaller = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            long now = line.current().quantity();
            long then = wanted.getOrDefault(line.number(), now);
            if (then < now && isUnasked(line)) {
                smaller.add(ChangeStore.agreed(line, then));
            } else if (then != now) {
                lines.add(ChangeStore.agreed(line, then));
            }
        }
        return changes.less(region.id(), order.id(), smaller)
                .zipWhen(_ -> changes.agree(region.id(), order.id(), lines), Long::sum)
                .filter(moved -> moved > 0)
                .flatMap(moved -> outbox.append(new OrderChanged(order.id().value())));
    }
}
