package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What reached its customer is captured; what was paid a second time on board is not taken from the
 * card too.
 */
@Component
class SettleOnHandOver implements FactHandler<OrderHandedOver> {

    private final Payments payments;

    SettleOnHandOver(Payments payments) {
        this.payments = payments;
    }

    @Override
    public Class<OrderHandedOver> type() {
        return OrderHandedOver.class;
    }

    @Override
    public String name() {
        return "payment.settle-on-handover";
    }

    @Override
    public Mono<Void> handle(OrderHandedOver fact) {
        return Mono.deferContextual(
                context -> {
                    Region region = RegionContext.of(context).orElseThrow();
                    OrderId order = new OrderId(fact.order());
                    Money paid = new Money(fact.paidAtVanCents());
                    return paid.cents() == 0
                            ? payments.settle(region, order).then()
                            : payments.paidAtVan(region, order, fact.operation(), paid).then();
                });
    }
}
