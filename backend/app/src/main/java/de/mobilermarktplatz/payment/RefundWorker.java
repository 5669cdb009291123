package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.payment.domain.Pause;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.store.LedgerStore;
import de.mobilermarktplatz.payment.store.PaymentMoves;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.payment.store.RefundStore;
import de.mobilermarktplatz.payment.stripe.Intents;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pays wanted refunds back, each once. */
@Component
class RefundWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RefundWorker.class);
    private static final int BATCH = 50;

    private final RefundStore refunds;
    private final PaymentStore store;
    private final PaymentMoves moves;
    private final LedgerStore ledger;
    private final Intents intents;
    private final Outbox outbox;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    RefundWorker(
            RefundStore refunds,
            PaymentStore store,
            PaymentMoves moves,
            LedgerStore ledger,
            Intents intents,
            Outbox outbox,
            TransactionalOperator tx,
            InstantSource clock) {
        this.refunds = refunds;
        this.store = store;
        this.moves = moves;
        this.ledger = ledger;
        this.intents = intents;
        this.outbox = outbox;
        this.tx = tx;
        this.clock = clock;
    }

    Mono<Void> run(Region region) {
        return refunds.claim(region.id(), clock.instant(), BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(due -> once(region, due))
                .then();
    }

    private Mono<Void> once(Region region, RefundStore.Due due) {
        return store.byId(region.id(), due.payment())
                .flatMap(
                        payment ->
                                intents.refund(
                                                region,
                                                String.valueOf(payment.intent()),
                                                payment.id(),
                                                due.id(),
                                                due.amount())
                                        .flatMap(id -> book(region, payment, due, id)))
                .onErrorResume(
                        error -> {
                            LOG.warn(
                                    "Refund {} failed, attempt {}",
                                    due.id(),
                                    due.attempts(),
                                    error);
                            return refunds.later(
                                    region.id(),
                                    due.id(),
                                    clock.instant().plus(Pause.after(due.attempts())));
                        });
    }

    private Mono<Void> book(
            Region region, Payment payment, RefundStore.Due due, String providerId) {
        PaymentRefunded fact =
                new PaymentRefunded(
                        payment.id().value(),
                        payment.order().value(),
                        due.id(),
                        due.amount().cents());
        return tx.transactional(
                refunds.done(region.id(), due.id(), providerId)
                        .filter(first -> first)
                        .flatMap(
                                first ->
                                        moves.refunded(region.id(), payment.id(), due.amount())
                                                .then(
                                                        ledger.book(
                                                                region.id(),
                                                                payment.id(),
                                                                LedgerStore.Kind.REFUNDED,
                                                                providerId,
                                                                due.amount()))
                                                .then(outbox.append(fact))));
    }
}
