package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Stripe said when it was asked. */
public final class Seen {

    private Seen() {}

    public enum IntentStatus {
        /** No card was accepted yet. */
        OPEN,
        HELD,
        TAKEN,
        CANCELLED
    }

    /**
     * A payment intent.
     *
     * @param payment our payment id from its metadata; null when it has none
     * @param captureBefore null unless {@link IntentStatus#HELD}
     */
    public record Intent(
            String id,
            IntentStatus status,
            @Nullable String payment,
            Money amount,
            Money received,
            @Nullable Instant captureBefore,
            @Nullable String customer,
            @Nullable String method) {}

    public enum SessionStatus {
        OPEN,
        COMPLETE,
        EXPIRED
    }

    /**
     * A Checkout session.
     *
     * @param url where the customer pays; null unless open
     * @param intent what was paid; null in setup mode and before completion
     * @param customer null unless a card was saved
     * @param savedMethod null unless a card was saved
     */
    public record Session(
            String id,
            SessionStatus status,
            @Nullable String url,
            @Nullable Intent intent,
            @Nullable String customer,
            @Nullable String savedMethod) {}
}
