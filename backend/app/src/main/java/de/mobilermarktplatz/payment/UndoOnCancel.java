package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.OrderCancelled;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.RegionContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An order that ended is not paid for: the worker ends, releases or refunds. */
@Component
class UndoOnCancel implements FactHandler<OrderCancelled> {

    private final Payments payments;

    UndoOnCancel(Payments payments) {
        this.payments = payments;
    }

    @Override
    public Class<OrderCancelled> type() {
        return OrderCancelled.class;
    }

    @Override
    public String name() {
        return "payment.undo-on-cancel";
    }

    @Override
    public Mono<Void> handle(OrderCancelled fact) {
        return Mono.deferContextual(
                context ->
                        payments.undo(
                                RegionContext.of(context).orElseThrow(),
                                new OrderId(fact.orderId())));
    }
}
