package de.mobilermarktplatz.tablet.machine;

/** What an alarm is for; arming one anew moves it. */
public enum Timer {
    /** Look at the uplink: next try, next batch, or whether the server still answers. */
    LINE,
    /** Try the second medium again. */
    MIRROR,
    /** Forget what is old and safe. */
    PRUNE
}
