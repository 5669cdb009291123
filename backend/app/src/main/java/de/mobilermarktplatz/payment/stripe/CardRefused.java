package de.mobilermarktplatz.payment.stripe;

/** The card's issuer said no. */
public final class CardRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean wantsCustomer;

    CardRefused(boolean wantsCustomer, String code, Throwable cause) {
        super(code, cause);
        this.wantsCustomer = wantsCustomer;
    }

    /** Whether the bank would say yes if the customer confirmed. */
    public boolean wantsCustomer() {
        return wantsCustomer;
    }
}
