package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a customer that the van is asked, and that until then nothing has changed. */
@Component
class TellChangeAsked implements FactHandler<OrderChangeAsked> {

    private final OrderMessages messages;

    TellChangeAsked(OrderMessages messages) {
        this.messages = messages;
    }

    @Override
    public Class<OrderChangeAsked> type() {
        return OrderChangeAsked.class;
    }

    @Override
    public String name() {
        return "ordering.tell-change-asked";
    }

    @Override
    public Mono<Void> handle(OrderChangeAsked fact) {
        return messages.send(new OrderId(fact.order()), "order-change-asked", Map.of());
    }
}
