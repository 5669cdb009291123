package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.OrderCancelled;
import de.mobilermarktplatz.payment.store.TaskStore;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.RegionContext;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An order that ended is not paid for: the worker ends, releases or refunds. */
@Component
class UndoOnCancel implements FactHandler<OrderCancelled> {

    private final TaskStore tasks;
    private final InstantSource clock;

    UndoOnCancel(TaskStore tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
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
                        tasks.undo(
                                        RegionContext.of(context).orElseThrow().id(),
                                        new OrderId(fact.orderId()),
                                        clock.instant())
                                .then());
    }
}
