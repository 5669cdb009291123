package de.mobilermarktplatz.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Captured money went back to the customer.
 *
 * @param orderId null when the goods were sold on board without an order
 */
public record PaymentRefunded(UUID paymentId, @Nullable UUID orderId, UUID refundId, long cents) {}
