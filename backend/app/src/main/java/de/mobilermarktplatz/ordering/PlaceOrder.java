package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to order.
 *
 * @param idempotencyKey 1 to 100 characters chosen by the asker: the same key gives the same order,
 *     however often and however parallel it is sent
 * @param shownTotal total with deposit the customer agreed to; null when whatever it costs today is
 *     fine
 * @param cart cart whose lines are taken out once the order is placed; null when there is none
 */
public record PlaceOrder(
        String idempotencyKey,
        CallId call,
        Customer customer,
        PayBy payBy,
        List<Wish> wishes,
        @Nullable UUID cart,
        @Nullable Money shownTotal) {

    public static final int MAX_LINES = 60;
    public static final long MAX_QUANTITY = 100_000;
}
