package de.mobilermarktplatz.ordering;

import java.util.UUID;

/** Fact: a van is asked to cancel or change an order that it has aboard. */
public record OrderChangeAsked(UUID request, UUID order, UUID tour) {}
