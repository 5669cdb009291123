package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderState;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is taken from the card in the end: goods and deposit as delivered. Refused and, by the
 * published terms of this version, uncollected goods cost nothing. More than was authorised is
 * never taken; the rest is settled at the van.
 */
public final class FinalAmount {

    private static final Set<OrderState> DONE =
            EnumSet.of(
                    OrderState.HANDED_OVER,
                    OrderState.REFUSED,
                    OrderState.UNCOLLECTED,
                    OrderState.CANCELLED);

    private FinalAmount() {}

    /**
     * Whether nothing more happens to the order at the van: then, and only then, it is captured
     * once.
     */
    public static boolean isKnown(Order order) {
        return DONE.contains(order.state());
    }

    /**
     * @param paidAtVan what was paid for it on board as well
     */
    public static Money of(Order order, Money authorised, Money paidAtVan) {
        Money total = order.total().minus(paidAtVan);
        if (total.isNegative()) {
            return Money.ZERO;
        }
        return total.compareTo(authorised) > 0 ? authorised : total;
    }
}
