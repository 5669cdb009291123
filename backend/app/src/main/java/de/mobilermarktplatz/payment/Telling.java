package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.notification.Channel;
import de.mobilermarktplatz.notification.Notifications;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.Orders;
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

    /** The payment came after the lease: nothing is taken, the next tour is offered. */
    Mono<Void> tooLate(Region region, OrderId order) {
        return tell(region, order, "payment-too-late");
    }

    /** The saved card could not be charged: the order stands and is paid at the van. */
    Mono<Void> payAtVan(Region region, OrderId order) {
        return tell(region, order, "payment-at-van");
    }

    private Mono<Void> tell(Region region, OrderId id, String template) {
        return orders.find(region, id)
                .flatMap(
                        order -> {
                            String mail = order.customer().mail();
                            String phone = order.customer().phone();
                            if (mail != null) {
                                return notifications.send(
                                        mail, Channel.MAIL, template, values(region, order));
                            }
                            return phone == null
                                    ? Mono.<Void>empty()
                                    : notifications.send(
                                            phone, Channel.SMS, template, values(region, order));
                        });
    }

    private static Map<String, String> values(Region region, Order order) {
        return Map.of(
                "name", order.customer().name(),
                "code", order.spokenCode().value(),
                "total", order.total().toString().replace('.', ','),
                "region", region.name());
    }
}
