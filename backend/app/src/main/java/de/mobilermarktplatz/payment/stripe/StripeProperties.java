package de.mobilermarktplatz.payment.stripe;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Stripe is, prefix {@code marktplatz.stripe}.
 *
 * @param apiBase DEMO only: address of a simulator in another process; null starts one inside this
 *     process
 * @param simulatorPort DEMO only: loopback port of the simulator inside this process, 0 for any
 *     free one
 * @param webhookSecret DEMO only: signing secret of the other process; null makes one
 * @param accounts LIVE: one Stripe account per region, by the region's slug
 */
@ConfigurationProperties("marktplatz.stripe")
public record StripeProperties(
        @Nullable String apiBase,
        @DefaultValue("0") int simulatorPort,
        @Nullable String webhookSecret,
        @DefaultValue Map<String, Account> accounts) {

    /**
     * @param apiKey secret key of the account
     * @param webhookSecret signing secret of its endpoint {@code …/hooks/stripe/{region}}
     */
    public record Account(String apiKey, String webhookSecret) {}
}
