package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.payment.store.PaymentMoves;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.payment.stripe.CardRefused;
import de.mobilermarktplatz.payment.stripe.Intents;
import de.mobilermarktplatz.payment.stripe.UnexpectedState;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Saved cards, authorised four days ahead. At most one charge per payment: (a) an unconfirmed
 * intent under the payment's own key, (b) its id is kept, (c) it is confirmed by that id.
 */
@Component
class Deferred {

    /** Stripe forgets keys after 24 hours; past this age nothing is ever created blindly again. */
    private static final Duration TRUST_KEYS = Duration.ofHours(20);

    private final Orders orders;
    private final PaymentStore store;
    private final PaymentMoves moves;
    private final Intents intents;
    private final Applying applying;
    private final Telling telling;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    Deferred(
            Orders orders,
            PaymentStore store,
            PaymentMoves moves,
            Intents intents,
            Applying applying,
            Telling telling,
            TransactionalOperator tx,
            InstantSource clock) {
        this.orders = orders;
        this.store = store;
        this.moves = moves;
        this.intents = intents;
        this.applying = applying;
        this.telling = telling;
        this.tx = tx;
        this.clock = clock;
    }

    Mono<Void> authorise(Region region, Payment payment) {
        if (payment.state() != PaymentState.DEFERRED_DUE) {
            return Mono.empty();
        }
        return orders.find(region, payment.order())
                .filter(order -> order.endReason() == null && order.total().cents() > 0)
                .flatMap(order -> authorise(region, payment, order).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> forget(region, payment).thenReturn(true)))
                .then();
    }

    private Mono<Void> authorise(Region region, Payment payment, Order order) {
        return moves.attempt(region.id(), payment.id(), order.total())
                .then(Mono.defer(() -> store.byId(region.id(), payment.id())))
                .flatMap(begun -> intentId(region, begun))
                .flatMap(intent -> confirm(region, payment, intent));
    }

    private Mono<String> intentId(Region region, Payment payment) {
        if (payment.intent() != null) {
            return Mono.just(payment.intent());
        }
        Instant since = payment.attemptedAt() == null ? clock.instant() : payment.attemptedAt();
        boolean keysHold = clock.instant().isBefore(since.plus(TRUST_KEYS));
        Mono<Seen.Intent> made =
                keysHold ? intents.create(region, payment) : lookUp(region, payment, since);
        return made.flatMap(
                seen -> moves.intent(region.id(), payment.id(), seen.id()).thenReturn(seen.id()));
    }

    /** Nobody knows whether the first try arrived: Stripe's own list does. */
    private Mono<Seen.Intent> lookUp(Region region, Payment payment, Instant since) {
        return intents.since(region, since.minus(Duration.ofMinutes(5)))
                .flatMap(
                        all ->
                                Mono.justOrEmpty(
                                        all.stream()
                                                .filter(
                                                        seen ->
                                                                payment.id()
                                                                        .toString()
                                                                        .equals(seen.payment()))
                                                .findFirst()))
                .switchIfEmpty(Mono.defer(() -> intents.create(region, payment)));
    }

    private Mono<Void> confirm(Region region, Payment payment, String intent) {
        return intents.confirm(region, intent)
                .flatMap(seen -> applying.intent(region, payment, seen))
                .onErrorResume(
                        CardRefused.class,
                        refused -> refused(region, payment, refused.wantsCustomer()))
                .onErrorResume(
                        UnexpectedState.class,
                        moved ->
                                intents.find(region, intent)
                                        .flatMap(
                                                seen ->
                                                        seen.status() == Seen.IntentStatus.OPEN
                                                                ? refused(region, payment, false)
                                                                : applying.intent(
                                                                        region, payment, seen)));
    }

    private Mono<Void> refused(Region region, Payment payment, boolean wantsCustomer) {
        PaymentState end = wantsCustomer ? PaymentState.NEEDS_CUSTOMER : PaymentState.DECLINED;
        return tx.transactional(
                moves.ended(
                                region.id(),
                                payment.id(),
                                end,
                                wantsCustomer
                                        ? "the bank wants the customer"
                                        : "the card was declined",
                                EnumSet.of(PaymentState.DEFERRED_DUE))
                        .filter(moved -> moved)
                        .flatMap(
                                moved ->
                                        orders.payAtVan(region, payment.order())
                                                .then(telling.payAtVan(region, payment.order()))));
    }

    /** Nothing was held; an intent that nobody confirmed is cancelled for tidiness. */
    Mono<Void> forget(Region region, Payment payment) {
        Mono<Void> tidy =
                payment.intent() == null
                        ? Mono.empty()
                        : intents.cancel(region, payment.intent())
                                .onErrorResume(UnexpectedState.class, moved -> Mono.empty())
                                .then();
        return tidy.then(
                moves.ended(
                                region.id(),
                                payment.id(),
                                PaymentState.VOIDED,
                                "the order ended before the card was charged",
                                EnumSet.of(PaymentState.DEFERRED_DUE))
                        .then());
    }
}
