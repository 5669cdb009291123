package de.mobilermarktplatz.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Payment intents and refunds. Every change names its object, so a repeat finds the change already
 * made.
 */
@Component
public class Intents {

    /** Far above what a region's market days bring within Stripe's own week of holding money. */
    public static final int LONGEST_LIST = 20_000;

    private static final String CHARGE = "latest_charge";

    private final StripeCalls calls;

    Intents(StripeCalls calls) {
        this.calls = calls;
    }

    /** An unconfirmed intent on the saved card: harmless until it is confirmed by its id. */
    public Mono<Seen.Intent> create(Region region, Payment payment) {
        PaymentIntentCreateParams params =
                PaymentIntentCreateParams.builder()
                        .setAmount(payment.asked().cents())
                        .setCurrency("eur")
                        .addPaymentMethodType("card")
                        .setCustomer(Objects.requireNonNull(payment.customer(), "saved customer"))
                        .setPaymentMethod(Objects.requireNonNull(payment.method(), "saved card"))
                        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                        .putMetadata("payment_id", payment.id().toString())
                        .build();
        return calls.call(
                region,
                stripe -> seen(stripe.paymentIntents().create(params, key("pi:" + payment.id()))));
    }

    /** Asks the issuer without the customer. */
    public Mono<Seen.Intent> confirm(Region region, String intent) {
        PaymentIntentConfirmParams params =
                PaymentIntentConfirmParams.builder().setOffSession(true).addExpand(CHARGE).build();
        return calls.call(region, stripe -> seen(stripe.paymentIntents().confirm(intent, params)));
    }

    public Mono<Seen.Intent> capture(Region region, String intent, Money amount) {
        PaymentIntentCaptureParams params =
                PaymentIntentCaptureParams.builder()
                        .setAmountToCapture(amount.cents())
                        .addExpand(CHARGE)
                        .build();
        return calls.call(region, stripe -> seen(stripe.paymentIntents().capture(intent, params)));
    }

    public Mono<Seen.Intent> cancel(Region region, String intent) {
        PaymentIntentCancelParams params =
                PaymentIntentCancelParams.builder().addExpand(CHARGE).build();
        return calls.call(region, stripe -> seen(stripe.paymentIntents().cancel(intent, params)));
    }

    public Mono<Seen.Intent> find(Region region, String intent) {
        PaymentIntentRetrieveParams params =
                PaymentIntentRetrieveParams.builder().addExpand(CHARGE).build();
        return calls.call(region, stripe -> seen(stripe.paymentIntents().retrieve(intent, params)));
    }

    /** All intents made since then, at most {@link #LONGEST_LIST}. */
    public Mono<List<Seen.Intent>> since(Region region, Instant from) {
        PaymentIntentListParams params =
                PaymentIntentListParams.builder()
                        .setCreated(
                                PaymentIntentListParams.Created.builder()
                                        .setGte(from.getEpochSecond())
                                        .build())
                        .setLimit(100L)
                        .addExpand("data." + CHARGE)
                        .build();
        return calls.call(
                region,
                stripe -> {
                    List<Seen.Intent> all = new ArrayList<>();
                    for (PaymentIntent intent :
                            stripe.paymentIntents().list(params).autoPagingIterable()) {
                        if (all.size() == LONGEST_LIST) {
                            throw new IllegalStateException(
                                    "More than " + LONGEST_LIST + " payment intents since " + from);
                        }
                        all.add(seen(intent));
                    }
                    return all;
                });
    }

    /** Gives money back; the answer is the refund's id. */
    public Mono<String> refund(
            Region region, String intent, PaymentId payment, UUID refund, Money amount) {
        RefundCreateParams params =
                RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(amount.cents())
                        .putMetadata("payment_id", payment.toString())
                        .putMetadata("refund_id", refund.toString())
                        .build();
        return calls.call(
                region, stripe -> stripe.refunds().create(params, key("re:" + refund)).getId());
    }

    static Seen.Intent seen(PaymentIntent intent) {
        Seen.IntentStatus status =
                switch (intent.getStatus()) {
                    case "requires_capture" -> Seen.IntentStatus.HELD;
                    case "succeeded" -> Seen.IntentStatus.TAKEN;
                    case "canceled" -> Seen.IntentStatus.CANCELLED;
                    default -> Seen.IntentStatus.OPEN;
                };
        return new Seen.Intent(
                intent.getId(),
                status,
                intent.getMetadata().get("payment_id"),
                new Money(intent.getAmount()),
                new Money(intent.getAmountReceived() == null ? 0 : intent.getAmountReceived()),
                captureBefore(intent.getLatestChargeObject()),
                intent.getCustomer(),
                intent.getPaymentMethod());
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

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
