package de.mobilermarktplatz.payment.stripe;

/** The region has no Stripe account. */
public final class CardsNotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CardsNotTaken(String region) {
        super(
                "Region '"
                        + region
                        + "' has no Stripe account. Maybe marktplatz.stripe.accounts."
                        + region
                        + " is missing.");
    }
}
