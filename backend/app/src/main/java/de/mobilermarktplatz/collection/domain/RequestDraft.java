package de.mobilermarktplatz.collection.domain;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.collection.RequestLine;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has to be requested of a producer and was not requested yet. */
public final class RequestDraft {

    private RequestDraft() {}

    /**
     * Lines of the next request or addendum; empty when everything was asked for.
     *
     * @param orders the producer's lines of the day; those that were cancelled or are not frozen
     *     yet do not count
     * @param offers the producer's offers of the day
     * @param earlier lines of the requests made for the day before
     */
    public static List<RequestLine> lines(
            List<Order> orders, List<OfferView> offers, List<RequestLine> earlier) {
        Map<ProductId, Long> ordered = ordered(orders);
        Map<ProductId, Long> asked = new HashMap<>();
        earlier.forEach(line -> asked.merge(line.product(), line.requested(), Math::addExact));
        List<RequestLine> lines = new ArrayList<>();
        for (OfferView offer : offers) {
            ProductId product = offer.product().id();
            long more =
                    Math.max(
                            0, ordered.getOrDefault(product, 0L) - asked.getOrDefault(product, 0L));
            // The free sale is asked for once, together with the first orders.
            long van = earlier.isEmpty() ? offer.vanQuantity() : 0;
            if (more + van > 0) {
                lines.add(line(lines.size() + 1, offer, more, van));
            }
        }
        return List.copyOf(lines);
    }

    private static Map<ProductId, Long> ordered(List<Order> orders) {
        Map<ProductId, Long> ordered = new HashMap<>();
        for (Order order : orders) {
            for (OrderLine line : order.lines()) {
                if (line.state() != LineState.PLACED && line.state() != LineState.CANCELLED) {
                    var _ =
                            ordered.merge(
                                    line.product(), line.ordered().quantity(), Math::addExact);
                }
            }
        }
        return ordered;
    }

    private static RequestLine line(int number, OfferView offer, long requested, long van) {
        return new RequestLine(
                number,
                offer.product().id(),
                offer.product().article().number(),
                offer.product().article().name(),
                offer.product().article().unit(),
                offer.product().article().coldClass(),
                requested,
                van,
                null);
    }
}
