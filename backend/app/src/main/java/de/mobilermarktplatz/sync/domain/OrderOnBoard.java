package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.PayBy;
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

    private static TourOrderLine line(OrderLine line) {
        return new TourOrderLine(
                line.number(),
                line.product(),
                line.unit(),
                line.current().quantity(),
                line.price(),
                line.current().amount(),
                line.vatKey(),
                line.depositEach(),
                line.depositVatKey());
    }
}
