package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.tablet.core.Change;
import java.util.List;

/**
 * Everything that becomes true together: entries with their consequences, and the texts issued for
 * them.
 *
 * @param printed sequences of entries whose texts came out of the printer since the last commit
 */
public record Commit(List<Row> rows, List<Printout> printouts, List<Long> printed) {
    /** An entry with what it changes. */
    public record Row(OpId op, StoredEntry entry, List<Change> changes) {
        public Row {
            changes = List.copyOf(changes);
        }
    }

    public Commit {
        rows = List.copyOf(rows);
        printouts = List.copyOf(printouts);
        printed = List.copyOf(printed);
    }
}
