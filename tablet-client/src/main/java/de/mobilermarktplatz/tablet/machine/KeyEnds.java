package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.EntryType;
import java.util.List;

/**
 * Where one device key ends and the next begins. A batch has one signature, and a server learns a
 * key from the entry that announces it: nothing that the new key signed may travel with, or beside,
 * the announcement.
 */
final class KeyEnds {
    private KeyEnds() {}

    /** The rows up to and with the first that announces a key; all of them when none does. */
    static List<StoredEntry> upToTheFirst(List<StoredEntry> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (endsAKey(rows.get(i))) {
                return rows.subList(0, i + 1);
            }
        }
        return rows;
    }

    /** Whether entries behind this one are signed by another key. */
    static boolean endsAKey(StoredEntry row) {
        return EntryCodec.typeOf(row.entry().toArray())
                .filter(EntryType.KEY_ROLL::equals)
                .isPresent();
    }
}
