package de.mobilermarktplatz.touring;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Fact: van, visits and minutes of a tour are fixed, and the goods it takes along for free sale.
 */
public record TourReleased(UUID tour, LocalDate day) {}
