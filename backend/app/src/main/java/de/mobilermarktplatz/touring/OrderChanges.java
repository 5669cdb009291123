package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.ChangeResult;
import de.mobilermarktplatz.ordering.ChangeRules;
import de.mobilermarktplatz.ordering.LateChanges;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderChange;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.store.CustodyStore;
import de.mobilermarktplatz.touring.store.CustodyStore.Serving;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cancels and changes orders after their cut-off: at once while the office has the goods, as a
 * request to the van while that has them (sync.md 2.5).
 */
@Service
public class OrderChanges {

    private final CustodyStore custody;
    private final LateChanges changes;
    private final OrderRequests requests;
    private final FreeStock stock;
    private final TransactionalOperator tx;

    OrderChanges(
            CustodyStore custody,
            LateChanges changes,
            OrderRequests requests,
            FreeStock stock,
            TransactionalOperator tx) {
        this.custody = custody;
        this.changes = changes;
        this.requests = requests;
        this.stock = stock;
        this.tx = tx;
    }

    /**
     * @param by who wants it, in words for the desk
     */
    public Mono<ChangeResult> cancel(Region region, OrderId order, String by) {
        return tx.transactional(
                held(region, order, held -> decide(region, held, OrderChange.cancel(), by)));
    }

    /**
     * @param wanted pieces or grams in all by line number; lines left out stay
     * @param by who wants it, in words for the desk
     */
    public Mono<ChangeResult> change(
            Region region, OrderId order, Map<Integer, Long> wanted, String by) {
        return tx.transactional(
                        held(
                                region,
                                order,
                                held ->
                                        switch (ChangeRules.read(held, wanted)) {
                                            case ChangeRules.Read.No no -> Mono.just(no.why());
                                            case ChangeRules.Read.Change read ->
                                                    decide(region, held, read.change(), by);
                                        }))
                .onErrorReturn(NotEnough.class, ChangeResult.Refused.NOTHING_FREE);
    }

    /** Undoes what was taken for the lines before. */
    private static final class NotEnough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private interface Decision {
        Mono<ChangeResult> on(Order order);
    }

    private Mono<ChangeResult> held(Region region, OrderId id, Decision decision) {
        return changes.hold(region, id)
                .flatMap(
                        order ->
                                ChangeRules.isOver(order)
                                        ? Mono.just((ChangeResult) ChangeResult.Refused.OVER)
                                        : decision.on(order))
                .defaultIfEmpty(ChangeResult.Refused.UNKNOWN);
    }

    private Mono<ChangeResult> decide(Region region, Order order, OrderChange change, String by) {
        return custody.serving(region, order.call())
                .flatMap(
                        serving ->
                                serving.custody()
                                        ? requests.ask(
                                                region, serving.tour(), order.id(), change, by)
                                        : atOnce(region, order, change, serving))
                .switchIfEmpty(Mono.defer(() -> unplanned(region, order, change)));
    }

    /** Before the release nothing is set apart from which more could come. */
    private Mono<ChangeResult> unplanned(Region region, Order order, OrderChange change) {
        return change.kind() == OrderChange.Kind.INCREASE
                ? Mono.just(ChangeResult.Refused.NOTHING_FREE)
                : changes.carryOut(region, order, change);
    }

    private Mono<ChangeResult> atOnce(
            Region region, Order order, OrderChange change, Serving serving) {
        if (change.kind() != OrderChange.Kind.INCREASE) {
            return changes.carryOut(region, order, change)
                    .flatMap(result -> given(region, serving, order).thenReturn(result));
        }
        List<OrderLine> more =
                order.lines().stream()
                        .filter(line -> change.wanted().containsKey(line.number()))
                        .toList();
        return Flux.fromIterable(more)
                .concatMap(line -> taken(region, serving, line, change))
                .all(enough -> enough)
                .flatMap(
                        enough ->
                                enough
                                        ? changes.carryOut(region, order, change)
                                        : Mono.error(NotEnough::new));
    }

    private Mono<Boolean> taken(
            Region region, Serving serving, OrderLine line, OrderChange change) {
        long more = change.wanted().getOrDefault(line.number(), 0L) - line.current().quantity();
        return stock.take(region, serving.tour(), line.product(), more);
    }

    private Mono<Void> given(Region region, Serving serving, Order before) {
        return changes.hold(region, before.id())
                .flatMap(after -> stock.follow(region, serving.tour(), before, after));
    }
}
