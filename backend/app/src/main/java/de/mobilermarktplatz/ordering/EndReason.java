package de.mobilermarktplatz.ordering;

/** Why an order ended before delivery. */
public enum EndReason {
    CUSTOMER,
    DESK,
    /** The lease of a started card checkout ran out. */
    EXPIRED,
    PAYMENT_FAILED
}
