package de.mobilermarktplatz.ordering;

import java.time.LocalDate;
import java.util.UUID;

/** An order ended before delivery; its stock and room are free again. */
public record OrderCancelled(UUID orderId, UUID callId, LocalDate marketDay, EndReason reason) {}
