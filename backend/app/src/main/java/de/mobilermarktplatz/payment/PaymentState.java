package de.mobilermarktplatz.payment;

/** Where an online payment stands. */
public enum PaymentState {
    /** The customer was sent to Checkout; nothing is authorised. */
    INTENT,
    /** A card is saved; it will be authorised four days before the market day. */
    DEFERRED_DUE,
    /** The card's issuer holds the money. */
    AUTHORIZED,
    /** The final amount is known, never more than authorised; the capture is on its way. */
    CAPTURE_DUE,
    CAPTURED,
    /** Stripe refused the capture, or the authorisation ran out; the office decides. */
    CAPTURE_FAILED,
    /** The bank wants the customer to confirm; paid at the van instead. */
    NEEDS_CUSTOMER,
    /** The card was refused; paid at the van instead. */
    DECLINED,
    /** Nothing was taken and nothing is held. */
    VOIDED,
    /** Everything captured was given back. */
    REFUNDED
}
