package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.notification.Channel;
import de.mobilermarktplatz.notification.Notifications;
import de.mobilermarktplatz.ordering.domain.German;
import de.mobilermarktplatz.ordering.store.OrderStore;
import de.mobilermarktplatz.platform.page.PublicAddress;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells customers about their orders, by mail if they left an address, else by SMS. */
@Component
class OrderMessages {

    private final OrderStore store;
    private final OrderLinks links;
    private final PublicAddress address;
    private final Timetable timetable;
    private final Notifications notifications;
    private final InstantSource clock;

    OrderMessages(
            OrderStore store,
            OrderLinks links,
            PublicAddress address,
            Timetable timetable,
            Notifications notifications,
            InstantSource clock) {
        this.store = store;
        this.links = links;
        this.address = address;
        this.timetable = timetable;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Sends a template of {@code messages-templates} about an order as it stands now, in the
     * caller's transaction.
     */
    Mono<Void> send(OrderId id, String template, Map<String, String> more) {
        return Mono.deferContextual(
                context -> {
                    Region region = RegionContext.of(context).orElseThrow();
                    return store.find(region.id(), id)
                            .flatMap(order -> send(region, order, template, more));
                });
    }

    private Mono<Void> send(Region region, Order order, String template, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.putAll(texts(region, order));
        return timetable
                .call(region, order.call())
                .doOnNext(
                        call -> {
                            var _ = values.put("stop", call.stop().spokenName());
                            var _ = values.put("when", German.when(call, today(region)));
                        })
                .then(Mono.defer(() -> deliver(order.customer(), template, values)));
    }

    private Mono<Void> deliver(Customer customer, String template, Map<String, String> values) {
        if (customer.mail() != null) {
            return notifications.send(customer.mail(), Channel.MAIL, template, values);
        }
        return customer.phone() == null
                ? Mono.empty()
                : notifications.send(customer.phone(), Channel.SMS, template, values);
    }

    private Map<String, String> texts(Region region, Order order) {
        return Map.of(
                "code", order.spokenCode().spaced(),
                "name", order.customer().name(),
                "lines",
                        order.lines().stream()
                                .map(OrderMessages::line)
                                .collect(Collectors.joining("\n")),
                "total", German.euros(order.total()),
                "payment",
                        order.payBy() == PayBy.AT_VAN
                                ? "Sie bezahlen am Marktwagen: bar oder mit Karte."
                                : "Mit Karte bezahlt; abgebucht wird nach der Übergabe.",
                "link", address.of(links.page(region, order.id())),
                "stop", "Ihr Halt",
                "when", GermanDays.day(order.marketDay(), today(region)));
    }

    private static String line(OrderLine line) {
        Money deposit = line.deposit();
        return "- %s %s: %s%s"
                .formatted(
                        German.quantity(line.unit(), line.current().quantity()),
                        line.productName(),
                        German.euros(line.current().amount()),
                        deposit.isZero() ? "" : ", dazu Pfand " + German.euros(deposit));
    }

    private LocalDate today(Region region) {
        return clock.instant().atZone(region.zone()).toLocalDate();
    }
}
