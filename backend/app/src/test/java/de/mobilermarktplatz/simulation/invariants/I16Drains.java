package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.simulation.world.Broken;

/** When nothing breaks any more, nothing waits for longer than a minute. */
public final class I16Drains {
    /** From the end of all faults on. */
    public static final long WITHIN_MILLIS = 60_000;

    private I16Drains() {}

    /**
     * @param waiting what still waits, in words; null for nothing
     */
    static void check(String name, String waiting) {
        Broken.unless(waiting == null, "I16", name + " still has " + waiting);
    }
}
