package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.simulation.world.Broken;
import java.util.List;

/** Nobody holds an honest tablet for a forger. */
final class I17NoFalseAlarm {
    private I17NoFalseAlarm() {}

    /**
     * @param shut whether the tablet was told that it is held back
     * @param apart reasons why bodies of its journal are kept apart
     */
    static void check(String name, boolean shut, List<String> apart) {
        Broken.unless(!shut, "I17", name + " is held back");
        Broken.unless(apart.isEmpty(), "I17", apart + " of an honest " + name);
    }
}
