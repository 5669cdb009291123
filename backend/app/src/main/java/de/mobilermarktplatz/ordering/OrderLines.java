package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.domain.ShortageShares;
import de.mobilermarktplatz.ordering.store.LineMoves;
import de.mobilermarktplatz.ordering.store.LineMoves.Move;
import de.mobilermarktplatz.ordering.store.OrderStore;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What happens to order lines after the cut-off. Every step may be told twice: the second time
 * moves nothing. All joins a running transaction of the caller.
 */
@Component
public class OrderLines {

    private final OrderStore store;
    private final LineMoves moves;
    private final Outbox outbox;
    private final TransactionalOperator tx;

    OrderLines(OrderStore store, LineMoves moves, Outbox outbox, TransactionalOperator tx) {
        this.store = store;
        this.moves = moves;
        this.outbox = outbox;
        this.tx = tx;
    }

    /**
     * Living orders of a day that wait for no payment, each with its lines of this producer only.
     */
    public Flux<Order> ofProducer(Region region, LocalDate day, ProducerId producer) {
        return store.ofProducer(region.id(), day, producer);
    }

    /**
     * All PLACED lines of a producer become REQUESTED; returns how many. Call it at cut-off + 10
     * minutes.
     */
    public Mono<Long> request(Region region, LocalDate day, ProducerId producer) {
        return moves.request(region.id(), day, producer);
    }

    /**
     * The producer says how much of an offer there is, in pieces or grams. Enough confirms every
     * REQUESTED line; less is shared out by the rule, amounts shrink, and {@link LinesCut} is told
     * for each order that got less.
     *
     * @return number of lines that were cut
     */
    public Mono<Integer> confirm(Region region, OfferId offer, long available, ShortageRule rule) {
        return tx.transactional(
                store.ofOffer(region.id(), offer)
                        .filter(order -> order.lines().getFirst().state() == LineState.REQUESTED)
                        .collectList()
                        .flatMap(orders -> share(region, orders, available, rule)));
    }

    /**
     * What went into crates, by line number in pieces or grams; lines left out stay as they are.
     * Exact weights change the amounts.
     */
    public Mono<Long> pack(Region region, OrderId order, Map<Integer, Long> quantities) {
        return step(region, order, LineState.PACKED, quantities, Step.PACK);
    }

    /** These lines were scanned into the van. */
    public Mono<Long> load(Region region, OrderId order, List<Integer> lines) {
        return moves.load(region.id(), order, lines);
    }

    /**
     * Orders with their lines, which nobody else moves until the end of the caller's transaction;
     * locked in the order of their ids.
     */
    public Flux<Order> hold(Region region, Collection<OrderId> orders) {
        return store.hold(region.id(), orders);
    }

    /**
     * What the customer took, by line number in pieces or grams. Stands against a late
     * cancellation.
     */
    public Mono<Long> handOver(Region region, OrderId order, Map<Integer, Long> quantities) {
        return step(region, order, LineState.HANDED_OVER, quantities, Step.DELIVER);
    }

    /** The customer was there and did not want these lines. */
    public Mono<Long> refuse(Region region, OrderId order, List<Integer> lines) {
        return moves.deliver(
                region.id(),
                lines.stream()
                        .map(line -> new Move(order, line, LineState.REFUSED, NOTHING))
                        .toList());
    }

    /** Nobody came: every line of the call that did not reach its customer. */
    public Mono<Long> uncollected(Region region, CallId call) {
        return moves.uncollected(region.id(), call);
    }

    private static final Portion NOTHING = new Portion(0, Money.ZERO);

    private enum Step {
        PACK,
        DELIVER
    }

    private Mono<Long> step(
            Region region, OrderId id, LineState next, Map<Integer, Long> quantities, Step step) {
        return store.find(region.id(), id)
                .map(
                        order ->
                                order.lines().stream()
                                        .filter(line -> quantities.containsKey(line.number()))
                                        .map(
                                                line ->
                                                        new Move(
                                                                id,
                                                                line.number(),
                                                                next,
                                                                line.portion(
                                                                        quantities.getOrDefault(
                                                                                line.number(),
                                                                                0L))))
                                        .toList())
                .flatMap(
                        list ->
                                step == Step.PACK
                                        ? moves.pack(region.id(), list)
                                        : moves.deliver(region.id(), list))
                .defaultIfEmpty(0L);
    }

    private Mono<Integer> share(
            Region region, List<Order> orders, long available, ShortageRule rule) {
        List<Move> shares =
                ShortageShares.of(orders, available, rule).stream().map(OrderLines::move).toList();
        List<OrderId> cut =
                shares.stream().filter(m -> m.state() == LineState.CUT).map(Move::order).toList();
        return moves.confirm(region.id(), shares)
                .thenMany(Flux.fromIterable(cut))
                .concatMap(order -> tellCut(region, order, orders))
                .then(Mono.just(cut.size()));
    }

    private static Move move(ShortageShares.Share share) {
        return new Move(share.order(), share.line(), share.state(), share.confirmed());
    }

    private Mono<Void> tellCut(Region region, OrderId id, List<Order> before) {
        int line =
                before.stream()
                        .filter(order -> order.id().equals(id))
                        .map(order -> order.lines().getFirst().number())
                        .findFirst()
                        .orElseThrow();
        return store.find(region.id(), id)
                .flatMap(
                        order ->
                                outbox.append(
                                        new LinesCut(
                                                id.value(),
                                                order.marketDay(),
                                                order.lines().stream()
                                                        .filter(after -> after.number() == line)
                                                        .map(OrderLines::told)
                                                        .toList(),
                                                order.total().cents())));
    }

    private static LinesCut.Line told(OrderLine line) {
        return new LinesCut.Line(
                line.number(),
                line.productName(),
                line.ordered().quantity(),
                line.current().quantity());
    }
}
