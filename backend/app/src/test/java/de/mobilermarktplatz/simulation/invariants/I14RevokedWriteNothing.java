package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.simulation.world.Broken;

/** What a revoked tablet sends comes into the books by a person's release only. */
final class I14RevokedWriteNothing {
    private I14RevokedWriteNothing() {}

    /**
     * @param acked last entry in the books now
     * @param allowed last entry when it was revoked, or the last that was released since
     */
    static void check(String name, long acked, long allowed) {
        Broken.unless(acked <= allowed, "I14", name + " was revoked and wrote " + (allowed + 1));
    }
}
