package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.OrderFacts;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.PaymentCore;
import de.mobilermarktplatz.payment.store.CaseStore;
import de.mobilermarktplatz.payment.store.LedgerStore;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.payment.store.RefundStore;
import de.mobilermarktplatz.payment.store.StandingStore;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads how a payment stands, lets the core decide, writes what it wants: within a transaction. */
@Component
class Deciding {

    private final StandingStore standings;
    private final PaymentStore store;
    private final RefundStore refunds;
    private final LedgerStore ledger;
    private final CaseStore cases;
    private final Orders orders;
    private final Telling telling;
    private final Outbox outbox;
    private final InstantSource clock;

    Deciding(
            StandingStore standings,
            PaymentStore store,
            RefundStore refunds,
            LedgerStore ledger,
            CaseStore cases,
            Orders orders,
            Telling telling,
            Outbox outbox,
            InstantSource clock) {
        this.standings = standings;
        this.store = store;
        this.refunds = refunds;
        this.ledger = ledger;
        this.cases = cases;
        this.orders = orders;
        this.telling = telling;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Empty when there is no such payment. */
    Mono<List<Effect>> decide(Region region, PaymentId id, Event event) {
        return standings
                .lock(region.id(), id)
                .flatMap(
                        payment ->
                                facts(region, payment.order())
                                        .flatMap(
                                                order ->
                                                        standings.read(
                                                                region.id(),
                                                                payment,
                                                                order.orElse(null),
                                                                clock.instant()))
                                        .map(standing -> PaymentCore.step(standing, event))
                                        .flatMap(
                                                effects ->
                                                        carryOut(region, payment, effects)
                                                                .thenReturn(effects)));
    }

    private Mono<Optional<OrderFacts>> facts(Region region, @Nullable OrderId order) {
        return order == null
                ? Mono.just(Optional.empty())
                : orders.find(region, order)
                        .map(found -> Optional.of(OrderFacts.of(found)))
                        .defaultIfEmpty(Optional.empty());
    }

    private Mono<Void> carryOut(Region region, Payment payment, List<Effect> effects) {
        return Flux.fromIterable(effects)
                .concatMap(effect -> carryOut(region, payment, effect))
                .then();
    }

    private Mono<Void> carryOut(Region region, Payment payment, Effect effect) {
        return switch (effect) {
            case Effect.Move move -> standings.write(region.id(), move.to(), clock.instant());
            case Effect.BookLedger book ->
                    ledger.book(
                            region.id(),
                            payment.id(),
                            book.kind(),
                            book.providerId(),
                            book.amount());
            case Effect.ConfirmOrder _ -> confirm(region, payment);
            case Effect.PayAtVan _ -> orders.payAtVan(region, of(payment)).then();
            case Effect.Tell tell -> telling.tell(region, payment, tell.news());
            case Effect.TellCaptured told ->
                    outbox.append(
                            new PaymentCaptured(
                                    payment.id().value(),
                                    orderOrNull(payment),
                                    told.amount().cents()));
            case Effect.TellRefunded told ->
                    outbox.append(
                            new PaymentRefunded(
                                    payment.id().value(),
                                    orderOrNull(payment),
                                    told.refund(),
                                    told.amount().cents()));
            case Effect.OpenCase open -> cases.open(region.id(), payment, open, clock.instant());
            case Effect.KeepOnBoard keep ->
                    standings.keepOnBoard(region.id(), payment.id(), keep, clock.instant());
            case Effect.AskRefund ask ->
                    refunds.ask(region.id(), payment.id(), ask, clock.instant());
            case Effect.RefundPaid paid ->
                    refunds.done(region.id(), paid.refund(), paid.providerId());
            case Effect.RefundGivenUp up ->
                    refunds.giveUp(region.id(), up.refund(), clock.instant());
            case Effect.RefundLater later -> refunds.later(region.id(), later.refund(), later.at());
            case Effect.StartCharge start -> store.insert(region.id(), start.charge()).then();
            case Effect.Call _ -> Mono.empty();
        };
    }

    /** The lease may have ended while the customer was typing. */
    private Mono<Void> confirm(Region region, Payment payment) {
        return Mono.defer(() -> orders.confirmPayment(region, of(payment)))
                .flatMap(
                        result ->
                                switch (result) {
                                    case CONFIRMED, ALREADY -> Mono.<Void>empty();
                                    case TOO_LATE, UNKNOWN ->
                                            decide(region, payment.id(), new Event.OrderTooLate())
                                                    .then();
                                });
    }

    private static OrderId of(Payment payment) {
        OrderId order = payment.order();
        if (order == null) {
            throw new IllegalStateException("Payment " + payment.id() + " has no order");
        }
        return order;
    }

    private static @Nullable UUID orderOrNull(Payment payment) {
        OrderId order = payment.order();
        return order == null ? null : order.value();
    }
}
