package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.BasketLine;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A pre-order as the driver reads it.
 *
 * @param code to be spoken, grouped
 * @param progress null while it waits for its customer
 * @param changed whether other amounts were agreed since the tour was taken along
 */
public record OrderCard(
        OrderId order,
        String number,
        String code,
        String shortName,
        boolean paidOnline,
        @Nullable OrderProgress progress,
        boolean changed,
        List<Line> lines) {
    public OrderCard {
        lines = List.copyOf(lines);
    }

    /**
     * @param gross at the prices frozen when it was ordered, deposit included
     * @param ageLimit years, 0 for none
     */
    public record Line(int lineNo, String text, String amountText, Money gross, int ageLimit) {}

    /** What a code led to. */
    public sealed interface Found {
        record Order(OrderCard card) implements Found {}

        /**
         * @param sentence German
         */
        record No(String sentence) implements Found {}
    }

    /** The order that waits for whoever shows this code. */
    public static Found find(Aboard aboard, Command.Proof proof) {
        return switch (PickUp.find(aboard, proof)) {
            case PickUp.No no -> new Found.No(no.sentence());
            case PickUp.Found found -> new Found.Order(of(aboard, found.order()));
        };
    }

    /** Orders of a call, those that wait first, by name. */
    public static List<OrderCard> at(Aboard aboard, @Nullable CallId call) {
        return aboard.orders().stream()
                .filter(order -> order.call().equals(call))
                .map(order -> of(aboard, order))
                .sorted(
                        Comparator.comparing((OrderCard card) -> card.progress() != null)
                                .thenComparing(OrderCard::shortName)
                                .thenComparing(OrderCard::number))
                .toList();
    }

    /** What is to be paid at the van for the lines that are taken. */
    public Money due(Set<Integer> refused) {
        return paidOnline
                ? Money.ZERO
                : lines.stream()
                        .filter(line -> !refused.contains(line.lineNo()))
                        .map(Line::gross)
                        .reduce(Money.ZERO, Money::plus);
    }

    /** Years that the strictest of the taken lines asks for, 0 for none. */
    public int ageLimit(Set<Integer> refused) {
        return lines.stream()
                .filter(line -> !refused.contains(line.lineNo()))
                .mapToInt(Line::ageLimit)
                .max()
                .orElse(0);
    }

    private static OrderCard of(Aboard aboard, TourOrder order) {
        var tour = aboard.tour();
        var basket = OpenBasket.ordered(order.lines(), tour).lines();
        return new OrderCard(
                order.order(),
                order.number(),
                order.spokenCode().spaced(),
                order.shortName(),
                order.paidOnline(),
                aboard.state().orders().get(order.order()),
                aboard.state().asked().agreed().containsKey(order.order()),
                IntStream.range(0, basket.size())
                        .mapToObj(i -> line(order.lines().get(i).lineNo(), basket.get(i), tour))
                        .toList());
    }

    private static Line line(int lineNo, BasketLine line, Tour tour) {
        var product = line.product();
        return new Line(
                lineNo,
                line.text(),
                Euro.amount(line.quantity().unit(), line.quantity().amount()),
                line.gross(),
                product == null ? 0 : tour.price(product).map(a -> a.ageLimit()).orElse(0));
    }
}
