package de.mobilermarktplatz.payment.stripe;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.security.Secrets;
import de.mobilermarktplatz.stripesimulator.Config;
import de.mobilermarktplatz.stripesimulator.StripeSimulator;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The stand-in for Stripe in demonstrations: in this process, with its state in the data folder,
 * unless another process was named. It starts once the own port is known, because that is where its
 * webhooks go.
 */
@Component
class DemoStripe implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStripe.class);

    private final MarktplatzProperties marktplatz;
    private final StripeProperties properties;
    private final String webhookSecret;
    private final InstantSource clock;
    private volatile @Nullable StripeSimulator simulator;

    DemoStripe(
            MarktplatzProperties marktplatz,
            StripeProperties properties,
            Secrets secrets,
            InstantSource clock) {
        this.marktplatz = marktplatz;
        this.properties = properties;
        this.webhookSecret = marktplatz.demo() ? secret(properties, secrets) : "";
        this.clock = clock;
    }

    @EventListener
    void onPort(WebServerInitializedEvent event) {
        if (!marktplatz.demo() || properties.apiBase() != null || simulator != null) {
            return;
        }
        StripeSimulator started =
                StripeSimulator.start(
                        new Config(
                                properties.simulatorPort(),
                                marktplatz.data().resolve("stripe-simulator.jsonl"),
                                "http://127.0.0.1:"
                                        + event.getWebServer().getPort()
                                        + "/hooks/stripe/{account}",
                                webhookSecret(),
                                "sk_test_*",
                                clock));
        simulator = started;
        LOG.info("Stripe is simulated (no real payment) at {}", started.baseUrl());
    }

    String baseUrl() {
        String elsewhere = properties.apiBase();
        if (elsewhere != null) {
            return elsewhere;
        }
        StripeSimulator here = simulator;
        if (here == null) {
            throw new IllegalStateException("The Stripe simulator has not started yet");
        }
        return here.baseUrl();
    }

    /** Read once: a webhook must not wait for a file. */
    String webhookSecret() {
        return webhookSecret;
    }

    private static String secret(StripeProperties properties, Secrets secrets) {
        String given = properties.webhookSecret();
        return given != null ? given : "whsec_" + secrets.text("stripe-webhook");
    }

    @Override
    public void destroy() {
        StripeSimulator here = simulator;
        if (here != null) {
            here.close();
        }
    }
}
