package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a customer that a wish was not fulfilled; what was is told by the change itself. */
@Component
class TellChangeAnswered implements FactHandler<OrderChangeAnswered> {

    private final OrderMessages messages;

    TellChangeAnswered(OrderMessages messages) {
        this.messages = messages;
    }

    @Override
    public Class<OrderChangeAnswered> type() {
        return OrderChangeAnswered.class;
    }

    @Override
    public String name() {
        return "ordering.tell-change-answered";
    }

    @Override
    public Mono<Void> handle(OrderChangeAnswered fact) {
        OrderId order = new OrderId(fact.order());
        return switch (fact.state()) {
            case TOO_LATE -> messages.send(order, "order-change-too-late", Map.of());
            case NOT_POSSIBLE -> messages.send(order, "order-change-not-possible", Map.of());
            case OPEN, DONE -> Mono.empty();
        };
    }
}
