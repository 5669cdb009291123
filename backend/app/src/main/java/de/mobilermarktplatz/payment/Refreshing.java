package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.stripe.Checkouts;
import de.mobilermarktplatz.payment.stripe.Intents;
import de.mobilermarktplatz.platform.region.Region;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks Stripe how a payment stands. What a webhook or a redirect claims is never believed, only
 * looked up.
 */
@Component
class Refreshing {

    private final Checkouts checkouts;
    private final Intents intents;
    private final Applying applying;

    Refreshing(Checkouts checkouts, Intents intents, Applying applying) {
        this.checkouts = checkouts;
        this.intents = intents;
        this.applying = applying;
    }

    Mono<Void> refresh(Region region, Payment payment) {
        if (payment.intent() != null) {
            return intents.find(region, payment.intent())
                    .flatMap(seen -> applying.intent(region, payment, seen));
        }
        if (payment.session() != null && payment.state() == PaymentState.INTENT) {
            return checkouts
                    .find(region, payment.session())
                    .flatMap(seen -> applying.session(region, payment, seen));
        }
        return Mono.empty();
    }
}
