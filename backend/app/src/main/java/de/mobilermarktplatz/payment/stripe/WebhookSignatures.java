package de.mobilermarktplatz.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Whether a webhook really comes from the region's Stripe account, and lately. */
@Component
public class WebhookSignatures {

    private static final long TOLERANCE_SECONDS = 300;

    private final StripeAccounts accounts;
    private final InstantSource clock;

    WebhookSignatures(StripeAccounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Checks the signature over the raw body. The typed event is thrown away: it is empty when
     * Stripe's version differs from the library's, and the object is fetched again anyway.
     */
    public boolean isGenuine(Region region, String payload, String signature) {
        Instant now = clock.instant();
        return accounts.webhookSecret(region)
                .map(
                        secret -> {
                            try {
                                var _ =
                                        Webhook.constructEvent(
                                                payload,
                                                signature,
                                                secret,
                                                TOLERANCE_SECONDS,
                                                Clock.fixed(now, ZoneOffset.UTC));
                                return true;
                            } catch (SignatureVerificationException | RuntimeException e) {
                                return false;
                            }
                        })
                .orElse(false);
    }
}
