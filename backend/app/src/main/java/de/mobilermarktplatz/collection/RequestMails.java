package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.collection.domain.Amounts;
import de.mobilermarktplatz.collection.domain.GermanTimes;
import de.mobilermarktplatz.notification.Channel;
import de.mobilermarktplatz.notification.Notifications;
import de.mobilermarktplatz.platform.page.PublicAddress;
import de.mobilermarktplatz.platform.region.Region;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a producer of a request, with the link that answers it. */
@Component
class RequestMails {

    private final Notifications notifications;
    private final RequestLinks links;
    private final PublicAddress address;

    RequestMails(Notifications notifications, RequestLinks links, PublicAddress address) {
        this.notifications = notifications;
        this.links = links;
        this.address = address;
    }

    /**
     * In the caller's transaction. Without an address nothing is sent; the desk's list shows the
     * request.
     */
    Mono<Void> send(Region region, Producer producer, ProducerRequest request) {
        String mail = producer.email();
        if (mail == null) {
            return Mono.empty();
        }
        String lines =
                request.lines().stream().map(RequestMails::line).collect(Collectors.joining("\n"));
        return notifications.send(
                mail,
                Channel.MAIL,
                "producer-request",
                Map.of(
                        "producer", producer.name(),
                        "number", GermanTimes.number(request),
                        "day", GermanTimes.day(request.marketDay()),
                        "pickup", GermanTimes.window(producer.pickupFrom(), producer.pickupTo()),
                        "lines", lines,
                        "deadline", GermanTimes.instant(request.answerBy(), region.zone()),
                        "link", address.of(links.path(region, request.id()))));
    }

    private static String line(RequestLine line) {
        String van =
                line.vanQuantity() == 0
                        ? ""
                        : " (davon %s für den Verkauf am Wagen)"
                                .formatted(Amounts.text(line.unit(), line.vanQuantity()));
        return "%s  %s %s%s"
                .formatted(
                        Amounts.text(line.unit(), line.total()),
                        line.articleNumber(),
                        line.name(),
                        van);
    }
}
