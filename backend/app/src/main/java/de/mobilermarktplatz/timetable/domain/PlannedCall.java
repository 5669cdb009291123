package de.mobilermarktplatz.timetable.domain;

import java.time.LocalDate;
import java.time.LocalTime;

/** A call that a pattern asks for. */
public record PlannedCall(LocalDate day, LocalTime from, LocalTime to) {}
