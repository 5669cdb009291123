package de.mobilermarktplatz.planner.plan;

import java.util.List;

/**
 * A call the plan leaves out, and for every van what stood against adding it to that van's tour.
 *
 * @param call index within the problem
 */
public record Unserved(int call, String callId, List<Obstacle> obstacles) {
    public Unserved {
        obstacles = List.copyOf(obstacles);
    }

    /** What one van came to; the rule is that of the attempt which got furthest. */
    public record Obstacle(String vanId, Reason reason) {}

    /** Why a call does not fit on a van, ordered from "not at all" to "nearly". */
    public enum Reason {
        /** The call is fixed to another van. */
        FIXED_TO_OTHER_VAN,
        /** The van is too small for the call alone, or has no compartment of that cold class. */
        VAN_TOO_SMALL,
        /** No pick-up of its goods fits before the call. */
        GOODS_NOT_ABOARD,
        /** The goods aboard at the same time are too many. */
        OVER_CAPACITY,
        /** A window of this or a later visit would be missed. */
        WINDOW_MISSED,
        /** The van would be back after the end of its shift. */
        BACK_TOO_LATE,
        /** The shift would be longer than allowed. */
        SHIFT_TOO_LONG,
        /** There is no room for the driver's break. */
        BREAK_MISSING,
        /** It would fit, but leaving it out is cheaper (optional) or the budget ended first. */
        DEARER_THAN_DROPPING
    }
}
