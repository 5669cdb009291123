package de.mobilermarktplatz.simulation.disk;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.machine.Uplink;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a disk holds before its journal's first entry.
 *
 * @param tour null without one
 */
record Beginning(Uplink uplink, TabletState state, Bytes tour) {
    private static final Set<Counter> OF_THE_TOUR =
            EnumSet.of(
                    Counter.STANDING_AT,
                    Counter.LEFT_VISIT,
                    Counter.LEFT_TOUR,
                    Counter.LOOSE_LOADED);

    static Beginning of(Uplink first) {
        return new Beginning(first, TabletState.EMPTY, null);
    }

    /** Goods, orders and the tour stay aboard; receipts, drawer and periods are a new till's. */
    static Beginning after(Uplink contact, TabletState before, Bytes tour) {
        var counters = new HashMap<>(before.counters());
        counters.keySet().retainAll(OF_THE_TOUR);
        return new Beginning(
                contact,
                new TabletState(
                        before.stock(),
                        before.orders(),
                        before.crates(),
                        Set.of(),
                        counters,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        before.asked(),
                        before.onAccount()),
                tour);
    }
}
