package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.store.OrderStore;
import de.mobilermarktplatz.ordering.store.OrderWriter;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Orders as a whole: placing, paying, ending, finding. What happens to single lines is {@link
 * OrderLines}.
 */
@Component
public class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final int EXPIRE_BATCH = 200;

    private final Placing placing;
    private final OrderStore store;
    private final OrderWriter writer;
    private final Outbox outbox;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    Orders(
            Placing placing,
            OrderStore store,
            OrderWriter writer,
            Outbox outbox,
            TransactionalOperator tx,
            InstantSource clock) {
        this.placing = placing;
        this.store = store;
        this.writer = writer;
        this.outbox = outbox;
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * Places an order, or says why not. The same idempotency key gives the same order for ever. An
     * order to be paid by card is {@link OrderState#HELD} for ten minutes until {@link
     * #confirmPayment} is called.
     */
    public Mono<PlaceResult> place(Region region, PlaceOrder wish) {
        return placing.place(region, wish);
    }

    /** What became of an order when its payment was authorised. */
    public enum PaymentResult {
        CONFIRMED,
        /** Told before; nothing changed. */
        ALREADY,
        /** The lease was over or the order was cancelled: the authorisation must be voided. */
        TOO_LATE,
        UNKNOWN
    }

    /** HELD becomes PLACED because the card payment is authorised. Idempotent. */
    public Mono<PaymentResult> confirmPayment(Region region, OrderId id) {
        Mono<PaymentResult> confirmed =
                writer.confirmPayment(region.id(), id, clock.instant())
                        .filter(first -> first)
                        .flatMap(first -> store.find(region.id(), id))
                        .flatMap(
                                order ->
                                        outbox.append(placed(order))
                                                .thenReturn(PaymentResult.CONFIRMED));
        return tx.transactional(confirmed)
                .switchIfEmpty(
                        Mono.defer(() -> store.find(region.id(), id).map(Orders::whyNotConfirmed)))
                .defaultIfEmpty(PaymentResult.UNKNOWN)
                .retryWhen(PassingTrouble.again());
    }

    /**
     * A card order is paid at the van after all. Held goods stay if the lease still runs; an order
     * that ended stays ended. True when it is paid at the van because of this call.
     */
    public Mono<Boolean> payAtVan(Region region, OrderId id) {
        Mono<Boolean> changed =
                writer.payAtVan(region.id(), id, clock.instant())
                        .filter(first -> first)
                        .flatMap(first -> confirmPayment(region, id).thenReturn(true))
                        .defaultIfEmpty(false);
        return tx.transactional(changed);
    }

    /** What became of a wish to cancel. */
    public enum CancelResult {
        CANCELLED,
        /** It had ended before; nothing changed. */
        ALREADY,
        /** A cut-off has passed or a producer was asked already. */
        TOO_LATE,
        UNKNOWN
    }

    /**
     * Ends an order and gives stock and room back exactly once. A customer may do that until the
     * first cut-off of its lines; the desk and a failed payment as long as no producer was asked.
     */
    public Mono<CancelResult> cancel(Region region, OrderId id, EndReason reason) {
        return store.find(region.id(), id)
                .flatMap(order -> cancel(region, order, reason))
                .defaultIfEmpty(CancelResult.UNKNOWN)
                .retryWhen(PassingTrouble.again());
    }

    /**
     * Ends one held order whose lease is over; false if it was paid, cancelled or expired before.
     */
    public Mono<Boolean> expireLease(Region region, OrderId id) {
        return store.find(region.id(), id)
                .flatMap(
                        order ->
                                ended(
                                        order,
                                        EndReason.EXPIRED,
                                        writer.expire(region.id(), id, clock.instant())))
                .defaultIfEmpty(false)
                .retryWhen(PassingTrouble.again());
    }

    /** Ends every held order whose lease is over; returns how many. */
    public Mono<Long> expireLeases(Region region) {
        return store.overdue(region.id(), clock.instant(), EXPIRE_BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(
                        id -> expireLease(region, id).onErrorResume(error -> passedOver(id, error)))
                .filter(expired -> expired)
                .count();
    }

    /** One order that cannot be ended must not keep the goods of all behind it. */
    private static Mono<Boolean> passedOver(OrderId id, Throwable error) {
        LOG.warn("The lease of order {} could not be ended and is tried again", id, error);
        return Mono.just(false);
    }

    /** Empty if the region has no such order. */
    public Mono<Order> find(Region region, OrderId id) {
        return store.find(region.id(), id);
    }

    /** The order that was placed under this idempotency key. */
    public Mono<Order> findByKey(Region region, String key) {
        return writer.prior(region.id(), key)
                .flatMap(prior -> store.find(region.id(), prior.order()));
    }

    /** The order that goes by this code on that day. */
    public Mono<Order> findByCode(Region region, LocalDate day, SpokenCode code) {
        return store.findByCode(region.id(), day, code);
    }

    /** All orders of a call, ended ones too, in the order of placing. */
    public Flux<Order> ofCall(Region region, CallId call) {
        return store.ofCall(region.id(), call);
    }

    /** All orders of a market day, ended ones too, in the order of placing. */
    public Flux<Order> ofDay(Region region, LocalDate day) {
        return store.ofDay(region.id(), day);
    }

    /** Orders made from a cart that still wait for their card payment. */
    public Flux<Order> heldOfCart(Region region, UUID cart) {
        return store.heldOfCart(region.id(), cart);
    }

    private Mono<CancelResult> cancel(Region region, Order order, EndReason reason) {
        if (order.endReason() != null) {
            return Mono.just(CancelResult.ALREADY);
        }
        Instant now = clock.instant();
        boolean late =
                reason == EndReason.CUSTOMER
                        && order.heldUntil() == null
                        && !now.isBefore(order.firstCutOff());
        if (late) {
            return Mono.just(CancelResult.TOO_LATE);
        }
        return ended(order, reason, writer.cancel(region.id(), order.id(), reason, now))
                .map(done -> done ? CancelResult.CANCELLED : CancelResult.TOO_LATE);
    }

    private Mono<Boolean> ended(Order order, EndReason reason, Mono<Boolean> statement) {
        OrderCancelled fact =
                new OrderCancelled(
                        order.id().value(), order.call().value(), order.marketDay(), reason);
        return tx.transactional(
                statement.flatMap(
                        done -> done ? outbox.append(fact).thenReturn(true) : Mono.just(false)));
    }

    private static PaymentResult whyNotConfirmed(Order order) {
        boolean stands = order.heldUntil() == null && order.endReason() == null;
        return stands ? PaymentResult.ALREADY : PaymentResult.TOO_LATE;
    }

    static OrderPlaced placed(Order order) {
        return new OrderPlaced(
                order.id().value(),
                order.call().value(),
                order.marketDay(),
                order.payBy(),
                order.total().cents());
    }
}
