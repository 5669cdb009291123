package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Stripe said when it was asked. */
public final class Seen {

    private Seen() {}

    public enum IntentStatus {
        /** No card was asked yet. */
        OPEN,
        /** The last card was refused; another may be tried. */
        REFUSED,
        /** The bank would say yes if the customer confirmed. */
        WANTS_CUSTOMER,
        HELD,
        TAKEN,
        CANCELLED
    }

    /**
     * A payment intent.
     *
     * @param payment our payment id from its metadata; null when it has none
     * @param refunded what was given back of it
     * @param captureBefore null unless {@link IntentStatus#HELD}
     * @param customer null unless a card was saved
     * @param method the card; null before one was given
     */
    public record Intent(
            String id,
            IntentStatus status,
            @Nullable String payment,
            Money amount,
            Money received,
            Money refunded,
            @Nullable Instant captureBefore,
            @Nullable String customer,
            @Nullable String method) {}

    /**
     * A refund.
     *
     * @param refund our refund's id from its metadata; null when it has none
     */
    public record Refund(String id, @Nullable String refund, Money amount) {}

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
