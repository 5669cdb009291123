package de.mobilermarktplatz.payment.stripe;

/** Stripe's object has moved on: look again before doing anything. */
public final class UnexpectedState extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedState(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
