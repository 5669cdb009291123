package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.notification.Channel;
import de.mobilermarktplatz.notification.Notifications;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.platform.region.Region;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What customers are told about their payment. */
@Component
class Telling {

    private final Orders orders;
    private final Notifications notifications;

    Telling(Orders orders, Notifications notifications) {
        this.orders = orders;
        this.notifications = notifications;
    }

    /** Whoever bought on board without an order is known to the office only. */
    Mono<Void> tell(Region region, Payment payment, Effect.News news) {
        OrderId order = payment.order();
        String template =
                switch (news) {
                    // The payment came after the lease: nothing is taken, the next tour is offered.
                    case TOO_LATE -> "payment-too-late";
                    // The saved card could not be charged: the order stands.
                    case PAY_AT_VAN -> "payment-at-van";
                    case CHARGE_REFUSED -> "payment-charge-refused";
                };
        return order == null ? Mono.empty() : tell(region, order, template, payment.asked());
    }

    private Mono<Void> tell(Region region, OrderId id, String template, Money asked) {
        return orders.find(region, id)
                .flatMap(
                        order -> {
                            String mail = order.customer().mail();
                            String phone = order.customer().phone();
                            if (mail != null) {
                                return notifications.send(
                                        mail, Channel.MAIL, template, values(region, order, asked));
                            }
                            return phone == null
                                    ? Mono.<Void>empty()
                                    : notifications.send(
                                            phone,
                                            Channel.SMS,
                                            template,
                                            values(region, order, asked));
                        });
    }

    private static Map<String, String> values(Region region, Order order, Money asked) {
        return Map.of(
                "name", order.customer().name(),
                "code", order.spokenCode().value(),
                "total", order.total().toString().replace('.', ','),
                "asked", asked.toString().replace('.', ','),
                "region", region.name());
    }
}
