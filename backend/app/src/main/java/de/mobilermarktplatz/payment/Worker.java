package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Pause;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.payment.store.PaymentMoves;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.payment.store.RefundStore;
import de.mobilermarktplatz.payment.store.TaskStore;
import de.mobilermarktplatz.payment.stripe.CardRefused;
import de.mobilermarktplatz.payment.stripe.Checkouts;
import de.mobilermarktplatz.payment.stripe.Intents;
import de.mobilermarktplatz.payment.stripe.UnexpectedState;
import de.mobilermarktplatz.platform.region.Region;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does the due tasks at Stripe. Every task may be done twice: objects are changed by their ids, and
 * looked at on doubt.
 */
@Component
class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final int BATCH = 50;
    private static final int AT_ONCE = 4;

    /**
     * Undoing may find a payment that completed meanwhile; it never moves on more often than this.
     */
    private static final int UNDO_STEPS = 3;

    private final TaskStore tasks;
    private final PaymentStore store;
    private final PaymentMoves moves;
    private final RefundStore refunds;
    private final Checkouts checkouts;
    private final Intents intents;
    private final Applying applying;
    private final Refreshing refreshing;
    private final Deferred deferred;
    private final InstantSource clock;

    Worker(
            TaskStore tasks,
            PaymentStore store,
            PaymentMoves moves,
            RefundStore refunds,
            Checkouts checkouts,
            Intents intents,
            Applying applying,
            Refreshing refreshing,
            Deferred deferred,
            InstantSource clock) {
        this.tasks = tasks;
        this.store = store;
        this.moves = moves;
        this.refunds = refunds;
        this.checkouts = checkouts;
        this.intents = intents;
        this.applying = applying;
        this.refreshing = refreshing;
        this.deferred = deferred;
        this.clock = clock;
    }

    /** Does what is due now, at most one batch. */
    Mono<Void> run(Region region) {
        return tasks.claim(region.id(), clock.instant(), BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(claimed -> once(region, claimed), AT_ONCE)
                .then();
    }

    private Mono<Void> once(Region region, TaskStore.Claimed claimed) {
        Payment payment = claimed.payment();
        Mono<Void> work =
                switch (claimed.task()) {
                    case EXPIRE -> expire(region, payment);
                    case AUTHORISE -> deferred.authorise(region, payment);
                    case CAPTURE -> capture(region, payment);
                    case VOID -> undo(region, payment, UNDO_STEPS);
                    case REFRESH -> refreshing.refresh(region, payment);
                };
        return work.then(Mono.defer(() -> tasks.done(region.id(), payment.id(), claimed.task())))
                .onErrorResume(error -> later(region, claimed, error));
    }

    private Mono<Void> later(Region region, TaskStore.Claimed claimed, Throwable error) {
        LOG.warn(
                "{} of payment {} failed, attempt {}: {}",
                claimed.task(),
                claimed.payment().id(),
                claimed.attempts(),
                String.valueOf(error));
        Instant due = clock.instant().plus(Pause.after(claimed.attempts()));
        return tasks.later(region.id(), claimed.payment().id(), claimed.task(), due);
    }

    private Mono<Void> expire(Region region, Payment payment) {
        if (payment.state() != PaymentState.INTENT) {
            return Mono.empty();
        }
        if (payment.session() == null) {
            return moves.ended(
                            region.id(),
                            payment.id(),
                            PaymentState.VOIDED,
                            "checkout never began",
                            EnumSet.of(PaymentState.INTENT))
                    .then();
        }
        return checkouts
                .expire(region, payment.session())
                .flatMap(seen -> applying.session(region, payment, seen))
                .onErrorResume(UnexpectedState.class, moved -> refreshing.refresh(region, payment));
    }

    private Mono<Void> capture(Region region, Payment payment) {
        String intent = payment.intent();
        Money amount = payment.finalAmount();
        if (payment.state() != PaymentState.CAPTURE_DUE || intent == null || amount == null) {
            return Mono.empty();
        }
        Mono<Seen.Intent> change =
                amount.cents() == 0
                        ? intents.cancel(region, intent)
                        : intents.capture(region, intent, amount);
        return change.onErrorResume(UnexpectedState.class, moved -> intents.find(region, intent))
                .flatMap(seen -> applying.intent(region, payment, seen))
                .onErrorResume(
                        CardRefused.class,
                        refused ->
                                moves.ended(
                                                region.id(),
                                                payment.id(),
                                                PaymentState.CAPTURE_FAILED,
                                                String.valueOf(refused.getMessage()),
                                                EnumSet.of(PaymentState.CAPTURE_DUE))
                                        .then());
    }

    private Mono<Void> undo(Region region, Payment payment, int steps) {
        Mono<Void> step =
                switch (payment.state()) {
                    case INTENT -> expire(region, payment);
                    case DEFERRED_DUE -> deferred.forget(region, payment);
                    case AUTHORIZED, CAPTURE_DUE, CAPTURE_FAILED -> release(region, payment);
                    case CAPTURED -> giveBack(region, payment);
                    case NEEDS_CUSTOMER, DECLINED, VOIDED, REFUNDED -> Mono.empty();
                };
        return step.then(Mono.defer(() -> store.byId(region.id(), payment.id())))
                .filter(now -> now.state() != payment.state() && steps > 1)
                .flatMap(now -> undo(region, now, steps - 1));
    }

    private Mono<Void> release(Region region, Payment payment) {
        String intent = String.valueOf(payment.intent());
        return intents.cancel(region, intent)
                .onErrorResume(UnexpectedState.class, moved -> intents.find(region, intent))
                .flatMap(seen -> applying.intent(region, payment, seen));
    }

    private Mono<Void> giveBack(Region region, Payment payment) {
        return refunds.ask(
                        region.id(),
                        undoRefund(payment.id()),
                        payment.id(),
                        payment.captured().minus(payment.refunded()),
                        clock.instant())
                .then();
    }

    /** The same id however often the undo is tried. */
    private static UUID undoRefund(PaymentId payment) {
        return UUID.nameUUIDFromBytes(("undo:" + payment).getBytes(StandardCharsets.UTF_8));
    }
}
