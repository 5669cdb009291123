package de.mobilermarktplatz.payment;

import java.util.UUID;

/** Captured money went back to the customer. */
public record PaymentRefunded(UUID paymentId, UUID orderId, UUID refundId, long cents) {}
