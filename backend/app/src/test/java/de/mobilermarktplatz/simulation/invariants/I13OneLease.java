package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.simulation.world.Broken;

/** A tour has one holder, and each holder had a generation of its own. */
final class I13OneLease {
    private I13OneLease() {}

    static void held(int tour, DeviceId holder, DeviceId lease) {
        Broken.unless(holder.equals(lease), "I13", "the lease of " + tour + " is not its holder's");
    }

    static void counted(int tour, long generation, long holders) {
        Broken.unless(
                generation == holders,
                "I13",
                holders + " tablets of tour " + tour + " had generation " + generation);
    }
}
