package de.mobilermarktplatz.ordering;

import java.time.LocalDate;
import java.util.UUID;

/** An order stands: paid by card authorisation, or to be paid at the van. */
public record OrderPlaced(
        UUID orderId, UUID callId, LocalDate marketDay, PayBy payBy, long totalCents) {}
