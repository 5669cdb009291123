package de.mobilermarktplatz.tablet.core;

/**
 * Running figures of the till. {@code PERIOD_} figures are zero again after each closing; the
 * others live as long as the till.
 */
public enum Counter {
    /** Last receipt number given out; the first receipt is 1. */
    RECEIPTS,
    /** Last Z number given out; the first closing is 1. */
    CLOSINGS,
    /** Cents that should lie in the drawer. */
    CASH,
    /** Times the program was started on this till. */
    STARTS,
    /** Number of the visit the van stands at, 0 while driving. */
    STANDING_AT,
    /** Number of the visit that was left last; counts only with {@link #LEFT_TOUR}. */
    LEFT_VISIT,
    /** Lower half of the id of the tour whose visit was left last. */
    LEFT_TOUR,
    /** 1 when the loose goods of this tour are aboard. */
    LOOSE_LOADED,
    /** Receipt number at the last closing. */
    CLOSED_RECEIPT,
    /** Journal sequence of the last closing. */
    CLOSED_SEQ,
    /** Cash counts of kind CLOSING since the last closing and since cash last moved. */
    PERIOD_COUNTS,
    /** Cents that the last of them found. */
    PERIOD_COUNTED,
    /** Cents booked as opening float since the last closing. */
    PERIOD_FLOAT;

    /** Whether a closing sets it back to zero. */
    public boolean ofPeriod() {
        return this == PERIOD_COUNTS || this == PERIOD_COUNTED || this == PERIOD_FLOAT;
    }
}
