package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a customer that a cancellation came after the handover. */
@Component
class TellCancelledTooLate implements FactHandler<CancelledTooLate> {

    private final OrderMessages messages;

    TellCancelledTooLate(OrderMessages messages) {
        this.messages = messages;
    }

    @Override
    public Class<CancelledTooLate> type() {
        return CancelledTooLate.class;
    }

    @Override
    public String name() {
        return "ordering.tell-cancelled-too-late";
    }

    @Override
    public Mono<Void> handle(CancelledTooLate fact) {
        return messages.send(new OrderId(fact.order()), "order-change-too-late", Map.of());
    }
}
