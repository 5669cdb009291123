package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a customer what an order has become. */
@Component
class TellChanged implements FactHandler<OrderChanged> {

    private final OrderMessages messages;

    TellChanged(OrderMessages messages) {
        this.messages = messages;
    }

    @Override
    public Class<OrderChanged> type() {
        return OrderChanged.class;
    }

    @Override
    public String name() {
        return "ordering.tell-changed";
    }

    @Override
    public Mono<Void> handle(OrderChanged fact) {
        return messages.send(new OrderId(fact.order()), "order-changed", Map.of());
    }
}
