package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.platform.region.Region;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Goes from event to event: each is decided and written in one transaction; what is to be asked of
 * Stripe goes out after its commit, and the answer is the next event.
 */
@Component
class Stepping {

    /** More than the longest way: create, keep, confirm, look again, capture, balance. */
    private static final int MOST_CALLS = 8;

    private final Deciding deciding;
    private final Provider provider;
    private final PaymentStore store;
    private final TransactionalOperator tx;

    Stepping(Deciding deciding, Provider provider, PaymentStore store, TransactionalOperator tx) {
        this.deciding = deciding;
        this.provider = provider;
        this.store = store;
        this.tx = tx;
    }

    /**
     * Goes as far as Stripe's answers lead. Call it outside of transactions.
     *
     * @return false when an answer is missing, so that somebody must come back
     */
    Mono<Boolean> run(Region region, PaymentId id, Event event) {
        return go(region, id, event, MOST_CALLS);
    }

    /**
     * News from our own house, written in the caller's transaction; what Stripe must do is due to
     * the worker.
     *
     * @return what was decided; empty when there is no such payment
     */
    Mono<List<Effect>> tell(Region region, PaymentId id, Event event) {
        return tx.transactional(deciding.decide(region, id, event));
    }

    private Mono<Boolean> go(Region region, PaymentId id, Event event, int callsLeft) {
        return tell(region, id, event)
                .flatMap(
                        effects ->
                                !effects.isEmpty() && effects.getLast() instanceof Effect.Call call
                                        ? next(region, id, call, callsLeft)
                                        : Mono.just(isAnswered(event)))
                .defaultIfEmpty(true);
    }

    private Mono<Boolean> next(Region region, PaymentId id, Effect.Call call, int callsLeft) {
        if (callsLeft == 0) {
            return Mono.just(false);
        }
        return store.byId(region.id(), id)
                .flatMap(payment -> provider.call(region, payment, call))
                .flatMap(answer -> go(region, id, answer, callsLeft - 1));
    }

    private static boolean isAnswered(Event event) {
        return !(event instanceof Event.Unknown || event instanceof Event.RefundUnknown);
    }
}
