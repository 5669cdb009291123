package de.mobilermarktplatz.ordering;

/** The published rule by which a shortage is shared out among the orders of one offer. */
public enum ShortageRule {
    /** Everybody gets the same part of what they ordered, rounded by the largest remainder. */
    FAIR_SHARE,
    /** Who ordered first is served first. */
    FIRST_COME
}
