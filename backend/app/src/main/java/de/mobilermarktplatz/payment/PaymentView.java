package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An online payment as others see it.
 *
 * @param finalAmount what is or will be captured; null before delivery
 */
public record PaymentView(
        PaymentId id,
        OrderId order,
        PaymentState state,
        Money authorised,
        @Nullable Money finalAmount,
        Money captured,
        Money refunded) {}
