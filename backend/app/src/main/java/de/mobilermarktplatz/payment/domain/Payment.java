package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One online payment: an order's, or one more charge to a saved card.
 *
 * @param order null when goods were sold on board without an order
 * @param parent the order's payment that this charge makes up for; null for an order's own payment
 *     and for sales on board
 * @param asked what the order cost when Checkout began, or what is to be charged
 * @param heldUntil end of the order's lease; a Checkout that is not finished by then is ended
 * @param session Stripe's Checkout session; null before it is made
 * @param customer Stripe's customer; null unless a card was saved
 * @param method saved card; null unless one was saved
 * @param intent Stripe's payment intent; null before there is one
 * @param attemptedAt when the off-session authorisation was first tried; null before
 * @param captureBefore until when the issuer holds the money; null when nothing is held
 * @param finalAmount what is to be captured; null before delivery
 * @param failure why it ended without money, at most 500 characters; null when nothing failed
 * @param due what is to be done next at Stripe; null when nothing is
 */
public record Payment(
        PaymentId id,
        @Nullable OrderId order,
        @Nullable PaymentId parent,
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
        @Nullable String failure,
        @Nullable Due due,
        Instant createdAt) {

    /**
     * What is to be done next at Stripe.
     *
     * @param attempts tries so far, from 0
     */
    public record Due(Task task, Instant at, int attempts) {}

    /** A checkout that has just begun. */
    public static Payment begun(
            PaymentId id,
            OrderId order,
            LocalDate day,
            CheckoutMode checkout,
            Money asked,
            Instant heldUntil,
            Instant now) {
        return new Payment(
                id,
                order,
                null,
                day,
                checkout,
                PaymentState.INTENT,
                asked,
                heldUntil,
                null,
                null,
                null,
                null,
                null,
                Money.ZERO,
                null,
                null,
                Money.ZERO,
                Money.ZERO,
                null,
                null,
                now);
    }

    /** One charge to a card saved before, due at once. */
    public static Payment charge(
            PaymentId id,
            @Nullable OrderId order,
            @Nullable PaymentId parent,
            LocalDate day,
            Money asked,
            String customer,
            String method,
            Instant now) {
        return new Payment(
                id,
                order,
                parent,
                day,
                CheckoutMode.CHARGE,
                PaymentState.DEFERRED_DUE,
                asked,
                now,
                null,
                customer,
                method,
                null,
                null,
                Money.ZERO,
                null,
                null,
                Money.ZERO,
                Money.ZERO,
                null,
                new Due(Task.AUTHORISE, now, 0),
                now);
    }

    /** Whether the issuer was ever asked with success. */
    public boolean wasAuthorised() {
        return authorised.cents() > 0;
    }

    /** Whether a card may be charged again without the customer. */
    public boolean hasMandate() {
        return customer != null && method != null;
    }

    public boolean isDue(Task task) {
        return due != null && due.task() == task;
    }
}
