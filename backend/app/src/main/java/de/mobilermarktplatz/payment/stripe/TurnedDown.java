package de.mobilermarktplatz.payment.stripe;

/** Stripe will never do what was asked of it, however often it is asked. */
public final class TurnedDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TurnedDown(String why, Throwable cause) {
        super(why, cause);
    }
}
