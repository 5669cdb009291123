package de.mobilermarktplatz.ordering.domain;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.Portion;
import de.mobilermarktplatz.ordering.ShortageRule;
import java.util.List;
import java.util.stream.IntStream;

/** What each line of one offer gets when the producer said how much there is. */
public final class ShortageShares {
    private ShortageShares() {}

    /** One line's new state, CONFIRMED or CUT, and its confirmed portion. */
    public record Share(OrderId order, int line, LineState state, Portion confirmed) {}

    /**
     * @param orders in the order of placing, each with its one line of the offer
     * @param available pieces or grams
     */
    public static List<Share> of(List<Order> orders, long available, ShortageRule rule) {
        long[] wanted =
                orders.stream().mapToLong(order -> line(order).ordered().quantity()).toArray();
        long[] shares =
                switch (rule) {
                    case FAIR_SHARE -> FairShare.of(available, wanted);
                    case FIRST_COME -> FairShare.firstCome(available, wanted);
                };
        return IntStream.range(0, shares.length)
                .mapToObj(i -> share(orders.get(i), shares[i]))
                .toList();
    }

    private static Share share(Order order, long quantity) {
        OrderLine line = line(order);
        boolean full = quantity == line.ordered().quantity();
        return new Share(
                order.id(),
                line.number(),
                full ? LineState.CONFIRMED : LineState.CUT,
                full ? line.ordered() : line.portion(quantity));
    }

    private static OrderLine line(Order order) {
        return order.lines().getFirst();
    }
}
