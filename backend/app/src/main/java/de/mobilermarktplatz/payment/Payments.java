package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.payment.domain.FinalAmount;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.store.LedgerStore;
import de.mobilermarktplatz.payment.store.PaymentMoves;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.payment.store.RefundStore;
import de.mobilermarktplatz.platform.region.Region;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Online payments, as the rest of the house uses them. Everything here may be told twice. */
@Component
public class Payments {

    private final Orders orders;
    private final PaymentStore store;
    private final PaymentMoves moves;
    private final RefundStore refunds;
    private final LedgerStore ledger;
    private final InstantSource clock;

    Payments(
            Orders orders,
            PaymentStore store,
            PaymentMoves moves,
            RefundStore refunds,
            LedgerStore ledger,
            InstantSource clock) {
        this.orders = orders;
        this.store = store;
        this.moves = moves;
        this.refunds = refunds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Call it after an order's lines moved at the van (handed over, refused, uncollected), in the
     * same transaction. Once all its lines are final, what was delivered is captured and the rest
     * of the authorisation released, soon after.
     *
     * @return whether a capture is on its way because of this call
     */
    public Mono<Boolean> settle(Region region, OrderId order) {
        return settle(region, order, Money.ZERO);
    }

    /**
     * The customer paid on board although a card is held: the card pays so much less, or, if it
     * paid already, it gets so much back.
     *
     * @param operation of the journal entry that says so: told twice, given back once
     */
    public Mono<Boolean> paidAtVan(Region region, OrderId order, UUID operation, Money paid) {
        return store.byOrder(region.id(), order)
                .flatMap(
                        payment ->
                                switch (payment.state()) {
                                    case CAPTURED ->
                                            refund(
                                                    region,
                                                    order,
                                                    operation,
                                                    least(paid, left(payment)));
                                    case AUTHORIZED -> settleOrWait(region, order, paid);
                                    case CAPTURE_DUE -> Mono.<Boolean>error(new NotYet(order));
                                    default -> Mono.just(false);
                                })
                .defaultIfEmpty(false);
    }

    /**
     * Money was paid on board, but what the card pays is not decided, or is on its way: the fact
     * comes again by the outbox and is given back once the capture is through.
     */
    private static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet(OrderId order) {
            super("The card payment of order " + order + " is still under way");
        }
    }

    private Mono<Boolean> settleOrWait(Region region, OrderId order, Money paid) {
        return settle(region, order, paid)
                .flatMap(
                        due ->
                                due
                                        ? Mono.just(true)
                                        : Mono.<Boolean>error(() -> new NotYet(order)));
    }

    private Mono<Boolean> settle(Region region, OrderId order, Money paidAtVan) {
        return store.byOrder(region.id(), order)
                .zipWith(orders.find(region, order))
                .filter(both -> FinalAmount.isKnown(both.getT2()))
                .flatMap(
                        both ->
                                switch (both.getT1().state()) {
                                    case AUTHORIZED ->
                                            captureDue(
                                                    region, both.getT1(), both.getT2(), paidAtVan);
                                    case CAPTURED -> giveBack(region, both.getT1(), both.getT2());
                                    default -> Mono.just(false);
                                })
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> captureDue(Region region, Payment payment, Order order, Money paidAtVan) {
        return moves.captureDue(
                region.id(), payment.id(), FinalAmount.of(order, payment.authorised(), paidAtVan));
    }

    /**
     * The van was silent until the authorisation nearly ran out, so everything confirmed was taken;
     * now it tells that less was delivered. Given back once, whoever tells it how often.
     */
    private Mono<Boolean> giveBack(Region region, Payment payment, Order order) {
        Money tooMuch = left(payment).minus(order.total());
        if (tooMuch.cents() <= 0) {
            return Mono.just(false);
        }
        UUID once =
                UUID.nameUUIDFromBytes(
                        ("not delivered:" + payment.id()).getBytes(StandardCharsets.UTF_8));
        return refunds.ask(region.id(), once, payment.id(), tooMuch, clock.instant())
                .thenReturn(false);
    }

    private static Money left(Payment payment) {
        return payment.captured().minus(payment.refunded());
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * {@link #settle} for every order of a call; returns how many captures are on their way because
     * of it.
     */
    public Mono<Long> settleCall(Region region, CallId call) {
        return orders.ofCall(region, call)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(order -> settle(region, order.id()))
                .filter(due -> due)
                .count();
    }

    /**
     * Gives back part of what was captured.
     *
     * @param refund fixed by whoever wants it: the same id pays once
     * @return false when it was wanted before, or when more would go back than was captured
     */
    public Mono<Boolean> refund(Region region, OrderId order, UUID refund, Money amount) {
        return store.byOrder(region.id(), order)
                .flatMap(
                        payment ->
                                refunds.ask(
                                        region.id(), refund, payment.id(), amount, clock.instant()))
                .defaultIfEmpty(false);
    }

    /** Empty when the order is not paid online. */
    public Mono<PaymentView> ofOrder(Region region, OrderId order) {
        return store.byOrder(region.id(), order).map(Payments::view);
    }

    public Flux<PaymentView> ofDay(Region region, LocalDate day) {
        return store.ofDay(region.id(), day).map(Payments::view);
    }

    /** What the ledger says of a market day. */
    public Mono<LedgerSums> sums(Region region, LocalDate day) {
        return ledger.ofDay(region.id(), day);
    }

    private static PaymentView view(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.order(),
                payment.state(),
                payment.authorised(),
                payment.finalAmount(),
                payment.captured(),
                payment.refunded());
    }
}
