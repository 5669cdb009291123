package de.mobilermarktplatz.payment;

/** Where a customer goes who wants to pay an order online. */
public sealed interface CheckoutResult {

    /** To Stripe's page. */
    record Pay(String url) implements CheckoutResult {}

    /** Nothing is to be paid online any more: it was paid, or it will be paid at the van. */
    record Settled() implements CheckoutResult {}

    /** The lease of the order is over, or it was cancelled. */
    record Over() implements CheckoutResult {}
}
