package de.mobilermarktplatz.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.CheckoutMode;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
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

    /** Far above what a region's market days bring within the time an answer may be missing. */
    static final int LONGEST_LIST = 20_000;

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
        return calls.call(region, stripe -> seen(stripe.paymentIntents().create(params, key(key))));
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
                            list.getData().stream().map(Intents::seen).toList(),
                            Boolean.TRUE.equals(list.getHasMore()));
                });
    }

    /** A page of intents; {@code more} when another one follows. */
    public record Page(List<Seen.Intent> intents, boolean more) {}

    /** All intents of a payment made since then; at most {@value #LONGEST_LIST} are looked at. */
    public Mono<List<Seen.Intent>> of(Region region, PaymentId payment, Instant from, Instant to) {
        return page(region, from, to, null)
                .expand(page -> next(region, from, to, page))
                .take(LONGEST_LIST / PAGE + 1)
                .concatMapIterable(Page::intents)
                .filter(seen -> payment.toString().equals(seen.payment()))
                .collectList();
    }

    private Mono<Page> next(Region region, Instant from, Instant to, Page page) {
        return page.more()
                ? page(region, from, to, page.intents().getLast().id())
                : Mono.<Page>empty();
    }

    /** Gives money back. */
    public Mono<Seen.Refund> refund(
            Region region,
            PaymentId payment,
            UUID refund,
            String key,
            String intent,
            Money amount) {
        RefundCreateParams params =
                RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(amount.cents())
                        .putMetadata("payment_id", payment.toString())
                        .putMetadata("refund_id", refund.toString())
                        .build();
        return calls.call(region, stripe -> seen(stripe.refunds().create(params, key(key))));
    }

    /** The refunds of an intent, at most a hundred: nobody gives one order back so often. */
    public Mono<List<Seen.Refund>> refunds(Region region, String intent) {
        RefundListParams params =
                RefundListParams.builder().setPaymentIntent(intent).setLimit(PAGE).build();
        return calls.call(
                region,
                stripe ->
                        stripe.refunds().list(params).getData().stream()
                                .map(Intents::seen)
                                .toList());
    }

    private static Seen.Refund seen(Refund refund) {
        return new Seen.Refund(
                refund.getId(),
                refund.getMetadata() == null ? null : refund.getMetadata().get("refund_id"),
                new Money(refund.getAmount()));
    }

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

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
