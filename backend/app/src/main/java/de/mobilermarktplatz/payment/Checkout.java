package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.payment.domain.CheckoutMode;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.payment.store.PaymentMoves;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.payment.stripe.Checkouts;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last step of checkout: to Stripe's page and back. */
@Component
public class Checkout {

    private final Orders orders;
    private final PaymentStore store;
    private final PaymentMoves moves;
    private final Checkouts checkouts;
    private final Stepping stepping;
    private final UuidV7 ids;
    private final InstantSource clock;

    Checkout(
            Orders orders,
            PaymentStore store,
            PaymentMoves moves,
            Checkouts checkouts,
            Stepping stepping,
            UuidV7 ids,
            InstantSource clock) {
        this.orders = orders;
        this.store = store;
        this.moves = moves;
        this.checkouts = checkouts;
        this.stepping = stepping;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Addresses Stripe sends the customer to.
     *
     * @param paid after the payment
     * @param back after "cancel"
     */
    public record Addresses(String paid, String back) {}

    /**
     * Starts or continues the online payment of a held order; the same order never has two
     * payments.
     */
    public Mono<CheckoutResult> start(Region region, OrderId id, Addresses addresses) {
        return orders.find(region, id)
                .flatMap(order -> start(region, order, addresses))
                .defaultIfEmpty(new CheckoutResult.Over());
    }

    private Mono<CheckoutResult> start(Region region, Order order, Addresses addresses) {
        Instant now = clock.instant();
        Instant held = order.heldUntil();
        if (order.endReason() != null || (held != null && !now.isBefore(held))) {
            return Mono.just(new CheckoutResult.Over());
        }
        if (held == null || order.payBy() != PayBy.CARD) {
            return Mono.just(new CheckoutResult.Settled());
        }
        return store.insert(region.id(), draft(region, order, held, now))
                .then(Mono.defer(() -> store.byOrder(region.id(), order.id())))
                .flatMap(payment -> session(region, order, payment, addresses))
                .flatMap(seen -> result(region, order.id(), seen));
    }

    private Payment draft(Region region, Order order, Instant held, Instant now) {
        return Payment.begun(
                new PaymentId(ids.next()),
                order.id(),
                order.marketDay(),
                CheckoutMode.of(now.atZone(region.zone()).toLocalDate(), order.marketDay()),
                order.total(),
                held,
                now);
    }

    /** Two windows may make two sessions; the first that is kept is the one both are sent to. */
    private Mono<Seen.Session> session(
            Region region, Order order, Payment payment, Addresses addresses) {
        if (payment.session() != null) {
            return checkouts.find(region, payment.session());
        }
        Checkouts.Wording wording =
                new Checkouts.Wording(
                        "Bestellung " + order.spokenCode().value(),
                        addresses.paid(),
                        addresses.back(),
                        order.customer().mail());
        return checkouts
                .create(region, payment, wording)
                .flatMap(
                        made ->
                                moves.session(region.id(), payment.id(), made.id())
                                        .flatMap(
                                                mine ->
                                                        mine
                                                                ? Mono.just(made)
                                                                : kept(region, payment.id())));
    }

    private Mono<Seen.Session> kept(Region region, PaymentId id) {
        return store.byId(region.id(), id)
                .flatMap(payment -> Mono.justOrEmpty(payment.session()))
                .flatMap(session -> checkouts.find(region, session));
    }

    private Mono<CheckoutResult> result(Region region, OrderId order, Seen.Session seen) {
        return switch (seen.status()) {
            case OPEN -> Mono.just(new CheckoutResult.Pay(String.valueOf(seen.url())));
            case COMPLETE -> returned(region, order).thenReturn(new CheckoutResult.Settled());
            case EXPIRED -> Mono.just(new CheckoutResult.Over());
        };
    }

    /**
     * The customer is back from Stripe's page: look up what happened there, without waiting for the
     * webhook.
     */
    public Mono<Void> returned(Region region, OrderId order) {
        return store.byOrder(region.id(), order)
                .flatMap(payment -> stepping.run(region, payment.id(), new Event.Hinted(null)))
                .then();
    }

    /**
     * Rather at the van: the session ends first, so that nobody pays twice; a payment that was
     * faster stands.
     */
    public Mono<Void> payAtVanInstead(Region region, OrderId order) {
        return store.byOrder(region.id(), order)
                .flatMap(payment -> endSession(region, payment))
                .then(Mono.defer(() -> store.byOrder(region.id(), order)))
                .filter(payment -> payment.state() != PaymentState.VOIDED)
                .hasElement()
                .flatMap(
                        paying ->
                                paying
                                        ? Mono.<Void>empty()
                                        : orders.payAtVan(region, order).then());
    }

    private Mono<Void> endSession(Region region, Payment payment) {
        return stepping.run(region, payment.id(), new Event.CustomerLeft())
                .flatMap(
                        known ->
                                known
                                        ? Mono.<Void>empty()
                                        : Mono.error(
                                                new IllegalStateException(
                                                        "Nobody knows whether payment "
                                                                + payment.id()
                                                                + " is through")));
    }
}
