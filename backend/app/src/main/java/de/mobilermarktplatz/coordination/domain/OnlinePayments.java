package de.mobilermarktplatz.coordination.domain;

/**
 * Online payments of a day in one state.
 *
 * @param state as the payment capability names it
 */
public record OnlinePayments(
        String state,
        long payments,
        long authorisedCents,
        long finalCents,
        long capturedCents,
        long refundedCents) {}
