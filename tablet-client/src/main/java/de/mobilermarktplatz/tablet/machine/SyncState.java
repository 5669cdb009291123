package de.mobilermarktplatz.tablet.machine;

/**
 * Where the journal's entries are.
 *
 * @param words such as {@code 34 beim Server, 3 nur auf diesem Tablet seit 10:42}
 * @param last entries in the journal
 * @param acked how many of them the server has confirmed
 * @param trouble whether a person should look, because the network is not what is missing
 */
public record SyncState(String words, long last, long acked, boolean trouble) {
    /** Entries that only this tablet has. */
    public long waiting() {
        return last - acked;
    }
}
