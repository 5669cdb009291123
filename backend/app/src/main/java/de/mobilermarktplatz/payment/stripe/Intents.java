package de.mobilermarktplatz.payment.stripe;

import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.CheckoutMode;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Payment intents. Every change names its object, so a repeat finds the change already made. */
@Component
public class Intents {

    /** Stripe's longest page. */
    private static final long PAGE = 100;

    private static final String CHARGE = "latest_charge";

    private final StripeCalls calls;

    Intents(StripeCalls calls) {
        this.calls = calls;
    }

    /** An unconfirmed intent on the saved card: harmless until it is confirmed by its id. */
    public Mono<Seen.Intent> create(Region region, Payment payment, String key) {
        PaymentIntentCreateParams params =
                PaymentIntentCreateParams.builder()
                        .setAmount(payment.asked().cents())
                        .setCurrency("eur")
                        .addPaymentMethodType("card")
                        .setCustomer(Objects.requireNonNull(payment.customer(), "saved customer"))
                        .setPaymentMethod(Objects.requireNonNull(payment.method(), "saved card"))
                        .setCaptureMethod(
                                payment.checkout() == CheckoutMode.CHARGE
                                        ? PaymentIntentCreateParams.CaptureMethod.AUTOMATIC
                                        : PaymentIntentCreateParams.CaptureMethod.MANUAL)
                        .putMetadata("payment_id", payment.id().toString())
                        .build();
        return calls.call(
                region,
                stripe -> IntentReading.seen(stripe.paymentIntents().create(params, key(key))));
    }

    /** Asks the issuer without the customer. */
    public Mono<Seen.Intent> confirm(Region region, String intent) {
        PaymentIntentConfirmParams params =
                PaymentIntentConfirmParams.builder().setOffSession(true).addExpand(CHARGE).build();
        return calls.call(
                region,
                stripe -> IntentReading.seen(stripe.paymentIntents().confirm(intent, params)));
    }

    public Mono<Seen.Intent> capture(Region region, String intent, Money amount) {
        PaymentIntentCaptureParams params =
                PaymentIntentCaptureParams.builder()
                        .setAmountToCapture(amount.cents())
                        .addExpand(CHARGE)
                        .build();
        return calls.call(
                region,
                stripe -> IntentReading.seen(stripe.paymentIntents().capture(intent, params)));
    }

    public Mono<Seen.Intent> cancel(Region region, String intent) {
        PaymentIntentCancelParams params =
                PaymentIntentCancelParams.builder().addExpand(CHARGE).build();
        return calls.call(
                region,
                stripe -> IntentReading.seen(stripe.paymentIntents().cancel(intent, params)));
    }

    public Mono<Seen.Intent> find(Region region, String intent) {
        PaymentIntentRetrieveParams params =
                PaymentIntentRetrieveParams.builder().addExpand(CHARGE).build();
        return calls.call(
                region,
                stripe -> IntentReading.seen(stripe.paymentIntents().retrieve(intent, params)));
    }

    /**
     * One page of the intents made in a span of time, the newest first.
     *
     * @param to the span's end, not part of it
     * @param after id of the last intent of the page before; null for the first page
     */
    public Mono<Page> page(Region region, Instant from, Instant to, @Nullable String after) {
        PaymentIntentListParams.Builder params =
                PaymentIntentListParams.builder()
                        .setCreated(
                                PaymentIntentListParams.Created.builder()
                                        .setGte(from.getEpochSecond())
                                        .setLt(to.getEpochSecond())
                                        .build())
                        .setLimit(PAGE)
                        .addExpand("data." + CHARGE);
        if (after != null) {
            params = params.setStartingAfter(after);
        }
        PaymentIntentListParams built = params.build();
        return calls.call(
                region,
                stripe -> {
                    var list = stripe.paymentIntents().list(built);
                    return new Page(
                            list.getData().stream().map(IntentReading::seen).toList(),
                            Boolean.TRUE.equals(list.getHasMore()));
                });
    }

    /** A page of intents; {@code more} when another one follows. */
    public record Page(List<Seen.Intent> intents, boolean more) {}

    /**
     * All intents of a payment on a saved card, from the customer's own list: it has no delay, and
     * nobody has more than a few.
     *
     * @param payment with a customer
     */
    public Mono<List<Seen.Intent>> of(Region region, Payment payment) {
        String customer = Objects.requireNonNull(payment.customer(), "saved customer");
        PaymentIntentListParams params =
                PaymentIntentListParams.builder()
                        .setCustomer(customer)
                        .setLimit(PAGE)
                        .addExpand("data." + CHARGE)
                        .build();
        return calls.call(
                region,
                stripe -> {
                    var list = stripe.paymentIntents().list(params);
                    if (Boolean.TRUE.equals(list.getHasMore())) {
                        // Half a list must never be taken for "there is none".
                        throw new IllegalStateException(
                                "Customer " + customer + " has more than " + PAGE + " intents");
                    }
                    return list.getData().stream()
                            .map(IntentReading::seen)
                            .filter(seen -> payment.id().toString().equals(seen.payment()))
                            .toList();
                });
    }

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
