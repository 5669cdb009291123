package de.mobilermarktplatz.stripesimulator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Stripe's test cards that the simulator knows (Stripe documentation, "Test card numbers"). */
enum TestCard {
    VISA("pm_card_visa", "4242424242424242", Behaviour.PAYS),
    DECLINED("pm_card_visa_chargeDeclined", "4000000000000002", Behaviour.DECLINED),
    INSUFFICIENT_FUNDS(
            "pm_card_visa_chargeDeclinedInsufficientFunds",
            "4000000000009995",
            Behaviour.INSUFFICIENT_FUNDS),
    /** Can be saved; every later charge is declined. */
    DECLINED_LATER("pm_card_chargeCustomerFail", "4000000000000341", Behaviour.DECLINED_LATER),
    /** Pays while the customer is there; off-session charges want the customer back. */
    AUTHENTICATION_REQUIRED(
            "pm_card_authenticationRequired", "4000002760003184", Behaviour.NEEDS_CUSTOMER);

    enum Behaviour {
        PAYS,
        DECLINED,
        INSUFFICIENT_FUNDS,
        DECLINED_LATER,
        NEEDS_CUSTOMER
    }

    final String alias;
    final String number;
    private final Behaviour behaviour;

    TestCard(String alias, String number, Behaviour behaviour) {
        this.alias = alias;
        this.number = number;
        this.behaviour = behaviour;
    }

    String last4() {
        return number.substring(number.length() - 4);
    }

    static @Nullable TestCard byAlias(String alias) {
        return Arrays.stream(values())
                .filter(card -> card.alias.equals(alias))
                .findAny()
                .orElse(null);
    }

    static @Nullable TestCard byNumber(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findAny()
                .orElse(null);
    }

    static TestCard byLast4(String last4) {
        return Arrays.stream(values())
                .filter(card -> card.last4().equals(last4))
                .findAny()
                .orElse(VISA);
    }

    /**
     * What the issuer says to a charge.
     *
     * @return null when it authorises
     */
    @Nullable StripeError refusal(boolean atCheckout, boolean offSession) {
        return switch (behaviour) {
            case PAYS -> null;
            case DECLINED -> StripeError.card(this, "card_declined", "generic_decline");
            case INSUFFICIENT_FUNDS ->
                    StripeError.card(this, "card_declined", "insufficient_funds");
            case DECLINED_LATER ->
                    atCheckout ? null : StripeError.card(this, "card_declined", "generic_decline");
            case NEEDS_CUSTOMER ->
                    offSession
                            ? StripeError.card(
                                    this, "authentication_required", "authentication_required")
                            : null;
        };
    }

    /** Whether the card can be saved without a charge. */
    boolean canBeSaved() {
        return behaviour != Behaviour.DECLINED && behaviour != Behaviour.INSUFFICIENT_FUNDS;
    }

    String declineMessage() {
        return switch (behaviour) {
            case INSUFFICIENT_FUNDS -> "Your card has insufficient funds.";
            case NEEDS_CUSTOMER ->
                    "Your card was declined. This transaction requires authentication.";
            default -> "Your card was declined.";
        };
    }
}
