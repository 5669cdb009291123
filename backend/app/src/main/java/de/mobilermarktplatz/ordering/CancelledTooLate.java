package de.mobilermarktplatz.ordering;

import java.util.UUID;

/** Fact: an order was cancelled, but its customer had the goods already; the handover stands. */
public record CancelledTooLate(UUID order) {}
