package de.mobilermarktplatz.tablet.store;

import java.util.List;

/**
 * Second copy of the journal on another medium, so that a dead tablet does not take its sales
 * along.
 */
@FunctionalInterface
public interface JournalMirror {
    /** Called after each commit with its rows, in order. */
    void copy(List<StoredEntry> rows);

    /** No second medium. */
    static JournalMirror none() {
        return rows -> {};
    }
}
