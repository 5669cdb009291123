package de.mobilermarktplatz.touring;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Fact: the tablet of a tour closed its day and the closing is upstream; nothing more will be
 * handed over.
 */
public record TourClosed(UUID tour, LocalDate day) {}
