package de.mobilermarktplatz.timetable.domain;

import java.time.LocalDate;
import java.time.LocalTime;

/** What differs from the pattern on one day. */
public sealed interface PatternException {

    LocalDate day();

    /** No call that day. */
    record Cancelled(LocalDate day) implements PatternException {}

    /** A call although the day is a holiday. */
    record Runs(LocalDate day) implements PatternException {}

    /** A call in another window that day, holiday or not. */
    record Moved(LocalDate day, LocalTime from, LocalTime to) implements PatternException {}
}
