package de.mobilermarktplatz.tablet.core;

/** What became of a pre-order on this van; absent while it waits for its customer. */
public enum OrderProgress {
    HANDED_OVER,
    /** The customer took nothing of it. */
    REFUSED,
    /** The office asked for it in time: its goods are free stock. */
    CANCELLED
}
