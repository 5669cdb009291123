package de.mobilermarktplatz.payment.stripe;

import com.stripe.StripeClient;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.StartRefused;
import de.mobilermarktplatz.platform.region.Region;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * One Stripe account per region. In DEMO every region has one at the simulator; in LIVE the
 * operator names them.
 */
@Component
class StripeAccounts {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 30_000;

    private final boolean demo;
    private final StripeProperties properties;
    private final DemoStripe simulator;
    private final Map<String, StripeClient> clients = new ConcurrentHashMap<>();

    StripeAccounts(
            MarktplatzProperties marktplatz, StripeProperties properties, DemoStripe simulator) {
        this.demo = marktplatz.demo();
        this.properties = properties;
        this.simulator = simulator;
        if (!demo) {
            checkLive(properties);
        }
    }

    static void checkLive(StripeProperties properties) {
        if (properties.apiBase() != null) {
            throw new StartRefused(
                    "Im Betrieb LIVE wird nur mit Stripe selbst gesprochen, aber marktplatz.stripe.api-base ist "
                            + properties.apiBase()
                            + ". Vielleicht ist die Einstellung von einer Vorführung übrig.");
        }
        properties
                .accounts()
                .forEach(
                        (region, account) -> {
                            if (account.apiKey().contains("_test_")) {
                                throw new StartRefused(
                                        "Der Betrieb LIVE nimmt keinen Testschlüssel, aber das Stripe-Konto der Region '"
                                                + region
                                                + "' hat einen. Vielleicht wurde der falsche Schlüssel kopiert.");
                            }
                        });
    }

    /** Empty when the region takes no cards. */
    Optional<StripeClient> client(Region region) {
        if (!demo && !properties.accounts().containsKey(region.slug())) {
            return Optional.empty();
        }
        return Optional.of(clients.computeIfAbsent(region.slug(), this::create));
    }

    Optional<String> webhookSecret(Region region) {
        if (demo) {
            return Optional.of(simulator.webhookSecret());
        }
        return Optional.ofNullable(properties.accounts().get(region.slug()))
                .map(StripeProperties.Account::webhookSecret);
    }

    private StripeClient create(String slug) {
        // Retries are the worker's: it knows what was already done, and it may not sleep in a
        // thread.
        StripeClient.StripeClientBuilder builder =
                StripeClient.builder()
                        .setMaxNetworkRetries(0)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setReadTimeout(READ_MILLIS);
        if (demo) {
            return builder.setApiKey("sk_test_" + slug).setApiBase(simulator.baseUrl()).build();
        }
        return builder.setApiKey(
                        Objects.requireNonNull(properties.accounts().get(slug), slug).apiKey())
                .build();
    }
}
