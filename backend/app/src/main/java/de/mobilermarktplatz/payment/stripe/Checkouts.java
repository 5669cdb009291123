package de.mobilermarktplatz.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.SetupIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.V1Services;
import de.mobilermarktplatz.payment.domain.CheckoutMode;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.platform.region.Region;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hosted Checkout sessions. */
@Component
public class Checkouts {

    /**
     * Stripe's least is 30 minutes; ten more leave the whole lease of an order for the first try
     * and its repeats.
     */
    private static final Duration LIFE = Duration.ofMinutes(41);

    private final StripeCalls calls;

    Checkouts(StripeCalls calls) {
        this.calls = calls;
    }

    /**
     * Where Stripe sends the customer.
     *
     * @param title of the only line, for example the order's code
     * @param success after payment
     * @param back after "cancel"
     */
    public record Wording(String title, String success, String back, @Nullable String mail) {}

    /** Makes the session of a payment; asked again, the same one. */
    public Mono<Seen.Session> create(Region region, Payment payment, Wording wording) {
        SessionCreateParams params =
                payment.checkout() == CheckoutMode.AUTHORISE
                        ? authorise(payment, wording)
                        : saveCard(payment, wording);
        return calls.call(
                region,
                stripe ->
                        seen(
                                stripe,
                                stripe.checkout()
                                        .sessions()
                                        .create(params, key(sessionKey(payment, wording)))));
    }

    public Mono<Seen.Session> find(Region region, String id) {
        return calls.call(region, stripe -> seen(stripe, retrieve(stripe, id)));
    }

    /**
     * Ends an open session; fails with {@link UnexpectedState} when it was completed or ended
     * before.
     */
    public Mono<Seen.Session> expire(Region region, String id) {
        return calls.call(region, stripe -> seen(stripe, stripe.checkout().sessions().expire(id)));
    }

    private static Session retrieve(V1Services stripe, String id) throws StripeException {
        return stripe.checkout()
                .sessions()
                .retrieve(
                        id,
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent.latest_charge")
                                .addExpand("setup_intent")
                                .build());
    }

    private static SessionCreateParams authorise(Payment payment, Wording wording) {
        PriceData.ProductData product =
                PriceData.ProductData.builder().setName(wording.title()).build();
        PriceData price =
                PriceData.builder()
                        .setCurrency("eur")
                        .setUnitAmount(payment.asked().cents())
                        .setProductData(product)
                        .build();
        return common(payment, wording)
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setCustomerCreation(SessionCreateParams.CustomerCreation.ALWAYS)
                .addLineItem(
                        SessionCreateParams.LineItem.builder()
                                .setQuantity(1L)
                                .setPriceData(price)
                                .build())
                .setPaymentIntentData(
                        PaymentIntentData.builder()
                                .setCaptureMethod(PaymentIntentData.CaptureMethod.MANUAL)
                                // The mandate for what is found out after the hold is gone.
                                .setSetupFutureUsage(PaymentIntentData.SetupFutureUsage.OFF_SESSION)
                                .setDescription(wording.title())
                                .putMetadata("payment_id", payment.id().toString())
                                .build())
                .build();
    }

    private static SessionCreateParams saveCard(Payment payment, Wording wording) {
        return common(payment, wording)
                .setMode(SessionCreateParams.Mode.SETUP)
                .setCurrency("eur")
                .setCustomerCreation(SessionCreateParams.CustomerCreation.ALWAYS)
                .setSetupIntentData(
                        SessionCreateParams.SetupIntentData.builder()
                                .setDescription(wording.title())
                                .putMetadata("payment_id", payment.id().toString())
                                .build())
                .build();
    }

    private static SessionCreateParams.Builder common(Payment payment, Wording wording) {
        SessionCreateParams.Builder params =
                SessionCreateParams.builder()
                        .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                        .setLocale(SessionCreateParams.Locale.DE)
                        .setSuccessUrl(wording.success())
                        .setCancelUrl(wording.back())
                        .setClientReferenceId(payment.id().toString())
                        .putMetadata("payment_id", payment.id().toString())
                        .setExpiresAt(payment.createdAt().plus(LIFE).getEpochSecond());
        return wording.mail() == null ? params : params.setCustomerEmail(wording.mail());
    }

    private static Seen.Session seen(V1Services stripe, Session session) throws StripeException {
        Seen.SessionStatus status =
                switch (session.getStatus()) {
                    case "complete" -> Seen.SessionStatus.COMPLETE;
                    case "expired" -> Seen.SessionStatus.EXPIRED;
                    default -> Seen.SessionStatus.OPEN;
                };
        SetupIntent setup = session.getSetupIntentObject();
        if (setup == null && session.getSetupIntent() != null) {
            setup = stripe.setupIntents().retrieve(session.getSetupIntent());
        }
        return new Seen.Session(
                session.getId(),
                status,
                session.getUrl(),
                session.getPaymentIntentObject() == null
                        ? null
                        : IntentReading.seen(session.getPaymentIntentObject()),
                session.getCustomer(),
                setup == null ? null : setup.getPaymentMethod());
    }

    /**
     * A customer may come by another link with another token: other parameters under one key would
     * be an error. Whichever session is kept first is the one that is paid.
     */
    private static String sessionKey(Payment payment, Wording wording) {
        byte[] text = wording.toString().getBytes(StandardCharsets.UTF_8);
        return "cs:" + payment.id() + ":" + UUID.nameUUIDFromBytes(text);
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
