package de.mobilermarktplatz.payment.stripe;

import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.platform.region.Region;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Money back at Stripe. */
@Component
public class StripeRefunds {

    /** Stripe's longest page. */
    private static final long PAGE = 100;

    private final StripeCalls calls;

    StripeRefunds(StripeCalls calls) {
        this.calls = calls;
    }

    /** Gives money back. */
    public Mono<Seen.Refund> create(
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
        return calls.call(
                region, stripe -> seen(stripe.refunds().create(params, Intents.key(key))));
    }

    /**
     * The refunds of an intent that did not fail, at most a hundred: nobody gives one order back so
     * often.
     */
    public Mono<List<Seen.Refund>> of(Region region, String intent) {
        RefundListParams params =
                RefundListParams.builder().setPaymentIntent(intent).setLimit(PAGE).build();
        return calls.call(
                region,
                stripe ->
                        stripe.refunds().list(params).getData().stream()
                                .filter(StripeRefunds::stands)
                                .map(StripeRefunds::seen)
                                .toList());
    }

    private static Seen.Refund seen(Refund refund) {
        return new Seen.Refund(
                refund.getId(),
                refund.getMetadata() == null ? null : refund.getMetadata().get("refund_id"),
                new Money(refund.getAmount()));
    }

    /** What failed or was called back gave nothing back. */
    private static boolean stands(Refund refund) {
        return !"failed".equals(refund.getStatus()) && !"canceled".equals(refund.getStatus());
    }
}
