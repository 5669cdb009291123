package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.payment.store.LedgerStore;
import de.mobilermarktplatz.payment.store.LedgerStore.Kind;
import de.mobilermarktplatz.payment.store.PaymentMoves;
import de.mobilermarktplatz.payment.store.TaskStore;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Brings what Stripe said into our books. Whoever asked Stripe (redirect, webhook, worker), in
 * whatever order and however often: each step is taken once, with its ledger entry and its fact in
 * the same transaction.
 */
@Component
class Applying {

    private static final Set<PaymentState> HELD =
            EnumSet.of(
                    PaymentState.AUTHORIZED, PaymentState.CAPTURE_DUE, PaymentState.CAPTURE_FAILED);

    private final PaymentMoves moves;
    private final LedgerStore ledger;
    private final TaskStore tasks;
    private final Orders orders;
    private final Telling telling;
    private final Outbox outbox;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    Applying(
            PaymentMoves moves,
            LedgerStore ledger,
            TaskStore tasks,
            Orders orders,
            Telling telling,
            Outbox outbox,
            TransactionalOperator tx,
            InstantSource clock) {
        this.moves = moves;
        this.ledger = ledger;
        this.tasks = tasks;
        this.orders = orders;
        this.telling = telling;
        this.outbox = outbox;
        this.tx = tx;
        this.clock = clock;
    }

    Mono<Void> session(Region region, Payment payment, Seen.Session seen) {
        return switch (seen.status()) {
            case OPEN -> Mono.empty();
            case EXPIRED ->
                    moves.ended(
                                    region.id(),
                                    payment.id(),
                                    PaymentState.VOIDED,
                                    "checkout not finished",
                                    EnumSet.of(PaymentState.INTENT))
                            .then();
            case COMPLETE -> completed(region, payment, seen);
        };
    }

    private Mono<Void> completed(Region region, Payment payment, Seen.Session seen) {
        if (seen.intent() != null) {
            return intent(region, payment, seen.intent());
        }
        if (seen.customer() == null || seen.savedMethod() == null) {
            return Mono.error(
                    new IllegalStateException(
                            "Session "
                                    + seen.id()
                                    + " is complete but has neither payment nor saved card"));
        }
        return once(
                moves.saved(region.id(), payment.id(), seen.customer(), seen.savedMethod()),
                confirm(region, payment));
    }

    Mono<Void> intent(Region region, Payment payment, Seen.Intent seen) {
        return switch (seen.status()) {
            case OPEN -> Mono.empty();
            case HELD -> held(region, payment, seen);
            case TAKEN -> taken(region, payment, seen);
            case CANCELLED -> cancelled(region, payment, seen);
        };
    }

    private Mono<Void> held(Region region, Payment payment, Seen.Intent seen) {
        Mono<Void> then =
                ledger.book(region.id(), payment.id(), Kind.AUTHORISED, seen.id(), seen.amount());
        boolean atCheckout = payment.state() == PaymentState.INTENT;
        return once(
                moves.authorised(
                        region.id(), payment.id(), seen.id(), seen.amount(), seen.captureBefore()),
                atCheckout ? then.then(confirm(region, payment)) : then);
    }

    /**
     * The lease may have ended while the customer was typing: then the money is given free again,
     * and they are told.
     */
    private Mono<Void> confirm(Region region, Payment payment) {
        return Mono.defer(() -> orders.confirmPayment(region, payment.order()))
                .flatMap(
                        result ->
                                switch (result) {
                                    case CONFIRMED, ALREADY -> Mono.<Void>empty();
                                    case TOO_LATE, UNKNOWN ->
                                            tasks.undo(
                                                            region.id(),
                                                            payment.order(),
                                                            clock.instant())
                                                    .then(telling.tooLate(region, payment.order()));
                                });
    }

    private Mono<Void> taken(Region region, Payment payment, Seen.Intent seen) {
        Money rest = seen.amount().minus(seen.received());
        PaymentCaptured fact =
                new PaymentCaptured(
                        payment.id().value(), payment.order().value(), seen.received().cents());
        return once(
                moves.captured(region.id(), payment.id(), seen.received()),
                ledger.book(region.id(), payment.id(), Kind.CAPTURED, seen.id(), seen.received())
                        .then(
                                ledger.book(
                                        region.id(), payment.id(), Kind.RELEASED, seen.id(), rest))
                        .then(outbox.append(fact)));
    }

    /**
     * On purpose where nothing was to be taken; otherwise the hold ran out before the van came
     * home.
     */
    private Mono<Void> cancelled(Region region, Payment payment, Seen.Intent seen) {
        if (!HELD.contains(payment.state())) {
            return Mono.empty();
        }
        return orders.find(region, payment.order())
                .map(order -> isOver(order, payment))
                .defaultIfEmpty(true)
                .flatMap(
                        over ->
                                once(
                                        moves.ended(
                                                region.id(),
                                                payment.id(),
                                                over
                                                        ? PaymentState.VOIDED
                                                        : PaymentState.CAPTURE_FAILED,
                                                over ? "released" : "the authorisation ran out",
                                                HELD),
                                        ledger.book(
                                                region.id(),
                                                payment.id(),
                                                Kind.RELEASED,
                                                seen.id(),
                                                payment.authorised())));
    }

    private static boolean isOver(Order order, Payment payment) {
        return order.endReason() != null
                || order.state() == OrderState.CANCELLED
                || (payment.finalAmount() != null && payment.finalAmount().cents() == 0);
    }

    private Mono<Void> once(Mono<Boolean> move, Mono<Void> then) {
        return tx.transactional(move.flatMap(moved -> moved ? then : Mono.<Void>empty()));
    }
}
