package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a customer that an order has ended. */
@Component
class TellCancelled implements FactHandler<OrderCancelled> {

    private final OrderMessages messages;

    TellCancelled(OrderMessages messages) {
        this.messages = messages;
    }

    @Override
    public Class<OrderCancelled> type() {
        return OrderCancelled.class;
    }

    @Override
    public String name() {
        return "ordering.tell-cancelled";
    }

    @Override
    public Mono<Void> handle(OrderCancelled fact) {
        return messages.send(
                new OrderId(fact.orderId()),
                "order-cancelled",
                Map.of("reason", reason(fact.reason())));
    }

    private static String reason(EndReason reason) {
        return switch (reason) {
            case CUSTOMER -> "Sie haben sie selbst storniert.";
            case DESK -> "Die Leitstelle hat sie storniert. Bei Fragen rufen Sie uns bitte an.";
            case EXPIRED ->
                    "Die Zeit zum Bezahlen ist abgelaufen. Die Artikel liegen noch in Ihrem Korb.";
            case PAYMENT_FAILED ->
                    "Die Zahlung hat nicht geklappt. Die Artikel liegen noch in Ihrem Korb.";
        };
    }
}
