package de.mobilermarktplatz.coordination.domain;

import java.time.Instant;

/** What somebody did about a problem. */
public record SettledProblem(String title, String note, String by, Instant at) {}
