package de.mobilermarktplatz.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money for delivered goods was taken; whatever was held above it is free again.
 *
 * @param orderId null when the goods were sold on board without an order
 */
public record PaymentCaptured(UUID paymentId, @Nullable UUID orderId, long cents) {}
