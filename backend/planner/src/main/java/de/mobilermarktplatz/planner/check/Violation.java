package de.mobilermarktplatz.planner.check;

/**
 * One broken rule.
 *
 * @param where tour, visit or call it was found at
 * @param detail what was found and what was expected
 */
public record Violation(Rule rule, String where, String detail) {
    /** Everything a plan can do wrong. */
    public enum Rule {
        /** A van, call or producer that the problem does not have, or an id that is not its own. */
        UNKNOWN,
        VAN_TWICE,
        /** A tour without any call. */
        EMPTY_TOUR,
        CALL_TWICE,
        /** A call neither served nor listed as unserved, or both. */
        CALL_LOST,
        PICK_UP_TWICE,
        /** A pick-up none of whose goods are needed on this tour. */
        PICK_UP_NEEDLESS,
        /** A call before, or without, the pick-up of its goods. */
        GOODS_NOT_ABOARD,
        /** The van's own stock is not fetched. */
        STOCK_NOT_ABOARD,
        OVER_CAPACITY,
        WRONG_VAN,
        TOO_EARLY,
        TOO_LATE,
        /** Start before arrival, or departure before the service is done. */
        SERVICE_TOO_SHORT,
        /** Times between two places do not agree with the driving time. */
        WRONG_DRIVE,
        WRONG_METRES,
        /** Leaves before or returns after the shift. */
        OUTSIDE_SHIFT,
        SHIFT_TOO_LONG,
        /** Too long without a long enough break. */
        BREAK_MISSING,
        /** A break while driving or serving, outside the tour, or overlapping another. */
        BREAK_AT_WORK,
        WRONG_OBJECTIVE
    }
}
