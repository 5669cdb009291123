package de.mobilermarktplatz.ordering;

import java.util.UUID;

/** Fact: other amounts of an order are to be handed over than were packed. */
public record OrderChanged(UUID order) {}
