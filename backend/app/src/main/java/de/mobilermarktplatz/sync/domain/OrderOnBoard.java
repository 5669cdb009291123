package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.feed.Items;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.Portion;
import java.util.List;
import java.util.Optional;

/** A pre-order as the van sees it: what is really aboard, no name, no address. */
final class OrderOnBoard {

    private OrderOnBoard() {}

    /** Empty when nothing of the order is left to hand over. */
    static Optional<TourOrder> of(Order order) {
        List<TourOrderLine> lines =
                order.lines().stream()
                        .filter(line -> line.delivered() == null && line.current().quantity() > 0)
                        .map(OrderOnBoard::line)
                        .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TourOrder(
                                order.id(),
                                order.spokenCode().toString(),
                                order.call(),
                                order.spokenCode(),
                                order.customer().initials(),
                                order.payBy() == PayBy.CARD,
                                order.dueAtVan(),
                                lines));
    }

    /**
     * The order with all its lines, also those that are over: a tablet goes on showing what it
     * handed over itself. Empty when nothing of it ever was or will be handed over.
     */
    static Optional<Items.OrderItem> item(Order order) {
        List<TourOrderLine> lines =
                order.lines().stream()
                        .filter(line -> line.delivered() != null || line.current().quantity() > 0)
                        .map(line -> line(line, taken(line)))
                        .toList();
        List<Integer> done =
                order.lines().stream()
                        .filter(line -> line.delivered() != null)
                        .map(OrderLine::number)
                        .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Items.OrderItem(
                                new TourOrder(
                                        order.id(),
                                        order.spokenCode().toString(),
                                        order.call(),
                                        order.spokenCode(),
                                        order.customer().initials(),
                                        order.payBy() == PayBy.CARD,
                                        order.dueAtVan(),
                                        lines),
                                done));
    }

    /** What the van took along, whatever became of it. */
    private static Portion taken(OrderLine line) {
        Portion packed = line.packed();
        Portion confirmed = line.confirmed();
        if (packed != null) {
            return packed;
        }
        return confirmed != null ? confirmed : line.ordered();
    }

    private static TourOrderLine line(OrderLine line) {
        return line(line, line.current());
    }

    private static TourOrderLine line(OrderLine line, Portion amount) {
        return new TourOrderLine(
                line.number(),
                line.product(),
                line.unit(),
                amount.quantity(),
                line.price(),
                amount.amount(),
                line.vatKey(),
                line.depositEach(),
                line.depositVatKey());
    }
}
