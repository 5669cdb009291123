package de.mobilermarktplatz.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Seen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Stripe's answer about an intent says. */
final class IntentReading {

    private IntentReading() {}

    static Seen.Intent seen(PaymentIntent intent) {
        Seen.IntentStatus status =
                switch (intent.getStatus()) {
                    case "requires_capture" -> Seen.IntentStatus.HELD;
                    case "succeeded" -> Seen.IntentStatus.TAKEN;
                    case "canceled" -> Seen.IntentStatus.CANCELLED;
                    case "requires_action" -> Seen.IntentStatus.WANTS_CUSTOMER;
                    case "requires_payment_method" -> refusal(intent);
                    default -> Seen.IntentStatus.OPEN;
                };
        Charge charge = intent.getLatestChargeObject();
        return new Seen.Intent(
                intent.getId(),
                status,
                intent.getMetadata().get("payment_id"),
                new Money(intent.getAmount()),
                new Money(intent.getAmountReceived() == null ? 0 : intent.getAmountReceived()),
                new Money(
                        charge == null || !taken(status) || charge.getAmountRefunded() == null
                                ? 0
                                : charge.getAmountRefunded()),
                captureBefore(charge),
                intent.getCustomer(),
                intent.getPaymentMethod());
    }

    /** What is released without being taken, Stripe calls refunded as well. */
    private static boolean taken(Seen.IntentStatus status) {
        return status == Seen.IntentStatus.TAKEN;
    }

    private static Seen.IntentStatus refusal(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        if (error == null) {
            return Seen.IntentStatus.OPEN;
        }
        return "authentication_required".equals(error.getCode())
                ? Seen.IntentStatus.WANTS_CUSTOMER
                : Seen.IntentStatus.REFUSED;
    }

    private static @Nullable Instant captureBefore(@Nullable Charge charge) {
        if (charge == null
                || charge.getPaymentMethodDetails() == null
                || charge.getPaymentMethodDetails().getCard() == null
                || charge.getPaymentMethodDetails().getCard().getCaptureBefore() == null) {
            return null;
        }
        return Instant.ofEpochSecond(charge.getPaymentMethodDetails().getCard().getCaptureBefore());
    }
}
