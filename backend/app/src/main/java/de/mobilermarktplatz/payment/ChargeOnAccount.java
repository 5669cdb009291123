package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.contract.pickup.AccountLimits;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Effect.CaseKind;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.store.CaseStore;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a van sold on account is charged once, off session. The goods are gone either way: beyond
 * the limits, or without a card, the office decides.
 */
@Component
class ChargeOnAccount implements FactHandler<SoldOnAccount> {

    private final PaymentStore store;
    private final CaseStore cases;
    private final InstantSource clock;

    ChargeOnAccount(PaymentStore store, CaseStore cases, InstantSource clock) {
        this.store = store;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Class<SoldOnAccount> type() {
        return SoldOnAccount.class;
    }

    @Override
    public String name() {
        return "payment.charge-on-account";
    }

    @Override
    public Mono<Void> handle(SoldOnAccount fact) {
        return Mono.deferContextual(
                context -> {
                    Region region = RegionContext.of(context).orElseThrow();
                    PaymentId id = new PaymentId(fact.payment());
                    Money amount = new Money(fact.cents());
                    return store.byId(region.id(), id)
                            .hasElement()
                            .flatMap(
                                    known ->
                                            known
                                                    ? Mono.<Void>empty()
                                                    : begin(
                                                            region,
                                                            id,
                                                            new OrderId(fact.order()),
                                                            amount));
                });
    }

    private Mono<Void> begin(Region region, PaymentId id, OrderId order, Money amount) {
        return store.byOrder(region.id(), order)
                .filter(Payment::hasMandate)
                .flatMap(own -> begin(region, id, own, amount).thenReturn(true))
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        open(region, id, order, CaseKind.SHORT, amount)
                                                .thenReturn(true)))
                .then();
    }

    private Mono<Void> begin(Region region, PaymentId id, Payment own, Money amount) {
        String customer = String.valueOf(own.customer());
        return store.onAccount(region.id(), customer, own.marketDay())
                .flatMap(
                        today ->
                                AccountLimits.USUAL.allow(amount, today, Money.ZERO)
                                        ? store.insert(
                                                        region.id(),
                                                        Payment.charge(
                                                                id,
                                                                own.order(),
                                                                null,
                                                                own.marketDay(),
                                                                amount,
                                                                customer,
                                                                String.valueOf(own.method()),
                                                                clock.instant()))
                                                .then()
                                        : open(
                                                region,
                                                id,
                                                own.order(),
                                                CaseKind.OVER_LIMIT,
                                                amount));
    }

    private Mono<Void> open(
            Region region, PaymentId id, @Nullable OrderId order, CaseKind kind, Money amount) {
        return cases.open(region.id(), id, order, kind, amount, clock.instant());
    }
}
