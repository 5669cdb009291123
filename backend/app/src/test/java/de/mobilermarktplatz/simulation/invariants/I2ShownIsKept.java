package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.simulation.world.Broken;
import java.util.SortedMap;
import java.util.function.LongFunction;

/** What somebody saw is in the inbox, exactly once and as it was. */
final class I2ShownIsKept {
    private I2ShownIsKept() {}

    /**
     * @param shown chain heads by sequence
     * @param inbox the server's, null where it has nothing
     */
    static void check(
            String invariant,
            String name,
            SortedMap<Long, Bytes> shown,
            LongFunction<Bytes> inbox) {
        shown.forEach(
                (seq, hash) ->
                        Broken.unless(
                                hash.equals(inbox.apply(seq)),
                                invariant,
                                "entry " + seq + " of " + name + " was seen and is not there"));
    }
}
