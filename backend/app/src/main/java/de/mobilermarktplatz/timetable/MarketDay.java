package de.mobilermarktplatz.timetable;

import java.time.LocalDate;

/** One operating date of a region. */
public record MarketDay(LocalDate day, State state) {

    /** A market day only ever moves down this list. */
    public enum State {
        /** Customers order. */
        OPEN,
        /** Vans and minutes are fixed. */
        RELEASED,
        /** The last tour is back and counted. */
        CLOSED
    }
}
