package de.mobilermarktplatz.tablet.machine;

/** Who wanted rows of the journal. */
public enum Reader {
    LINE,
    MIRROR,
    PRUNE
}
