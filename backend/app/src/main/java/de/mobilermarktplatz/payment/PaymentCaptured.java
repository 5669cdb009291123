package de.mobilermarktplatz.payment;

import java.util.UUID;

/** Money for a delivered order was taken; whatever was held above it is free again. */
public record PaymentCaptured(UUID paymentId, UUID orderId, long cents) {}
