package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.PayBy;
import java.util.EnumSet;
import java.util.Set;

/**
 * What payment must know of an order to decide. Refused and, by the published terms of this
 * version, uncollected goods cost nothing.
 *
 * @param ended cancelled or expired, and nothing of it was handed over after all: nothing is owed
 * @param done nothing more happens to it at the van: only then is it known what is owed
 * @param byCard whether the card pays; otherwise it is paid on board
 * @param total goods and deposit by the quantities known now
 */
public record OrderFacts(boolean ended, boolean done, boolean byCard, Money total) {

    private static final Set<OrderState> DONE =
            EnumSet.of(
                    OrderState.HANDED_OVER,
                    OrderState.REFUSED,
                    OrderState.UNCOLLECTED,
                    OrderState.CANCELLED);

    public static OrderFacts of(Order order) {
        OrderState state = order.state();
        boolean ended =
                state == OrderState.CANCELLED
                        || (order.endReason() != null && state != OrderState.HANDED_OVER);
        return new OrderFacts(
                ended, DONE.contains(state), order.payBy() == PayBy.CARD, order.total());
    }
}
