package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.PriceRule;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.util.List;
import java.util.Map;

/** A pre-order with the amounts that were agreed since the tour was taken along. */
final class AsAgreed {
    private AsAgreed() {}

    /** All its lines, those with nothing left too; a cancelled order keeps what it was. */
    static TourOrder withAllLines(TabletState state, TourOrder order) {
        Map<Integer, Long> agreed = state.asked().agreed().get(order.order());
        if (agreed == null || state.orders().get(order.order()) == OrderProgress.CANCELLED) {
            return order;
        }
        var lines = order.lines().stream().map(line -> line(line, agreed)).toList();
        return with(order, lines);
    }

    /** Only what is to be handed over. */
    static TourOrder of(TabletState state, TourOrder order) {
        var all = withAllLines(state, order);
        var left = all.lines().stream().filter(line -> line.amount() > 0).toList();
        return left.size() == all.lines().size() ? all : with(all, left);
    }

    private static TourOrderLine line(TourOrderLine line, Map<Integer, Long> agreed) {
        long amount = agreed.getOrDefault(line.lineNo(), line.amount());
        return amount == line.amount()
                ? line
                : new TourOrderLine(
                        line.lineNo(),
                        line.product(),
                        line.unit(),
                        amount,
                        line.unitPrice(),
                        PriceRule.total(line.unitPrice(), new Quantity(line.unit(), amount)),
                        line.vatKey(),
                        line.depositEach(),
                        line.depositVatKey());
    }

    private static TourOrder with(TourOrder order, List<TourOrderLine> lines) {
        var due =
                order.paidOnline()
                        ? Money.ZERO
                        : Money.sum(lines.stream().map(AsAgreed::gross).toList());
        return new TourOrder(
                order.order(),
                order.number(),
                order.call(),
                order.spokenCode(),
                order.shortName(),
                order.paidOnline(),
                due,
                lines);
    }

    private static Money gross(TourOrderLine line) {
        return line.unit() == Unit.PIECE
                ? line.total().plus(line.depositEach().times(line.amount()))
                : line.total();
    }
}
