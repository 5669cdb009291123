package de.mobilermarktplatz.payment.domain;

/** What is to be done next at Stripe for one payment. */
public enum Task {
    /** End the Checkout session: the lease is over. */
    EXPIRE,
    /** Hold the money on the saved card. */
    AUTHORISE,
    /** Take the final amount. */
    CAPTURE,
    /** Undo whatever was done so far: end, release or refund. */
    VOID
}
