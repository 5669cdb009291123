package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One order's online payment.
 *
 * @param asked what the order cost when Checkout began
 * @param heldUntil end of the order's lease; a Checkout that is not finished by then is ended
 * @param session Stripe's Checkout session; null before it is made
 * @param customer Stripe's customer; null unless a card was saved
 * @param method saved card; null unless one was saved
 * @param intent Stripe's payment intent; null before there is one
 * @param attemptedAt when the off-session authorisation was first tried; null before
 * @param captureBefore until when the issuer holds the money; null when nothing is held
 * @param finalAmount what is to be captured; null before delivery
 */
public record Payment(
        PaymentId id,
        OrderId order,
        LocalDate marketDay,
        CheckoutMode checkout,
        PaymentState state,
        Money asked,
        Instant heldUntil,
        @Nullable String session,
        @Nullable String customer,
        @Nullable String method,
        @Nullable String intent,
        @Nullable Instant attemptedAt,
        Money authorised,
        @Nullable Instant captureBefore,
        @Nullable Money finalAmount,
        Money captured,
        Money refunded,
        Instant createdAt) {}
