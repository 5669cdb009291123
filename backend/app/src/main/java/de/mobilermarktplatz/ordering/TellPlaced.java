package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Confirms an order to its customer at once (BGB § 312i(1) no. 3). */
@Component
class TellPlaced implements FactHandler<OrderPlaced> {

    private final OrderMessages messages;

    TellPlaced(OrderMessages messages) {
        this.messages = messages;
    }

    @Override
    public Class<OrderPlaced> type() {
        return OrderPlaced.class;
    }

    @Override
    public String name() {
        return "ordering.tell-placed";
    }

    @Override
    public Mono<Void> handle(OrderPlaced fact) {
        return messages.send(new OrderId(fact.orderId()), "order-placed", Map.of());
    }
}
