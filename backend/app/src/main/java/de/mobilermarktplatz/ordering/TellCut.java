package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a customer that there is less than ordered, and the new total. */
@Component
class TellCut implements FactHandler<LinesCut> {

    private final OrderMessages messages;

    TellCut(OrderMessages messages) {
        this.messages = messages;
    }

    @Override
    public Class<LinesCut> type() {
        return LinesCut.class;
    }

    @Override
    public String name() {
        return "ordering.tell-cut";
    }

    @Override
    public Mono<Void> handle(LinesCut fact) {
        return messages.send(new OrderId(fact.orderId()), "order-cut", Map.of());
    }
}
