package de.mobilermarktplatz.touring;

import java.time.LocalDate;
import java.util.UUID;

/** Fact: the goods of a tour are the office's again; what nobody collected is back. */
public record CustodyEnded(UUID tour, LocalDate day) {}
