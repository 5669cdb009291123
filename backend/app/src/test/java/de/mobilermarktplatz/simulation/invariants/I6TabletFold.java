package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.tablet.core.Consequences;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.core.Tour;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import java.util.List;

/** A tablet's projections are the fold of its journal. */
final class I6TabletFold {
    private I6TabletFold() {}

    /**
     * @param before what was aboard when the journal began
     */
    static void check(
            String name, TabletState before, List<StoredEntry> rows, TabletState state, Tour tour) {
        var folded = before;
        for (var row : rows) {
            if (EntryCodec.decode(row.entry().toArray()) instanceof JournalEntry entry) {
                folded = folded.after(Consequences.of(entry, entry.tourGen() == 0 ? null : tour));
            }
        }
        Broken.unless(
                folded.withBasket(state.basket()).equals(state),
                "I6",
                name + " has " + state + ", its journal says " + folded);
    }
}
