package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Task;
import de.mobilermarktplatz.payment.store.LedgerStore;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.platform.region.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Online payments, as the rest of the house uses them. Everything here may be told twice. */
@Component
public class Payments {

    private final Orders orders;
    private final PaymentStore store;
    private final Stepping stepping;
    private final LedgerStore ledger;

    Payments(Orders orders, PaymentStore store, Stepping stepping, LedgerStore ledger) {
        this.orders = orders;
        this.store = store;
        this.stepping = stepping;
        this.ledger = ledger;
    }

    /**
     * Call it after an order's lines moved at the van (handed over, refused, uncollected), in the
     * same transaction. Once all its lines are final, what was delivered is captured and the rest
     * of the authorisation released, soon after.
     *
     * @return whether a capture is on its way because of this call
     */
    public Mono<Boolean> settle(Region region, OrderId order) {
        return tell(region, order, new Event.OrderMoved()).map(Payments::isCaptureDue);
    }

    /**
     * The customer paid on board although a card is held: the card pays so much less, or, if it
     * paid already, it gets so much back.
     *
     * @param operation of the journal entry that says so: told twice, counted once
     */
    public Mono<Boolean> paidAtVan(Region region, OrderId order, UUID operation, Money paid) {
        return tell(region, order, new Event.PaidOnBoard(operation, paid))
                .map(Payments::isCaptureDue);
    }

    /** The order ended: whatever was done so far is undone soon, as far as it had come. */
    Mono<Void> undo(Region region, OrderId order) {
        return tell(region, order, new Event.OrderEnded()).then();
    }

    private Mono<List<Effect>> tell(Region region, OrderId order, Event event) {
        return store.byOrder(region.id(), order)
                .flatMap(payment -> stepping.tell(region, payment.id(), event))
                .defaultIfEmpty(List.of());
    }

    private static boolean isCaptureDue(List<Effect> effects) {
        return effects.stream()
                .anyMatch(
                        effect ->
                                effect instanceof Effect.Move move
                                        && move.to().isDue(Task.CAPTURE));
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
        return tell(region, order, new Event.RefundWanted(refund, amount))
                .map(effects -> effects.stream().anyMatch(Effect.AskRefund.class::isInstance));
    }

    /** Empty when the order is not paid online. */
    public Mono<PaymentView> ofOrder(Region region, OrderId order) {
        return store.byOrder(region.id(), order).map(payment -> view(payment, order));
    }

    /** Payments of the day's orders; an order may have more than one. */
    public Flux<PaymentView> ofDay(Region region, LocalDate day) {
        return store.ofDay(region.id(), day)
                .mapNotNull(
                        payment -> payment.order() == null ? null : view(payment, payment.order()));
    }

    /** What the ledger says of a market day. */
    public Mono<LedgerSums> sums(Region region, LocalDate day) {
        return ledger.ofDay(region.id(), day);
    }

    private static PaymentView view(Payment payment, OrderId order) {
        return new PaymentView(
                payment.id(),
                order,
                payment.state(),
                payment.authorised(),
                payment.finalAmount(),
                payment.captured(),
                payment.refunded());
    }
}
