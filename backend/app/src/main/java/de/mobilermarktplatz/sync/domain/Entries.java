package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.contract.journal.UnknownEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OpId;
import java.util.UUID;

/** Reads raw entries. Nothing that a tablet writes makes this fail. */
public final class Entries {

    /** Type of an entry whose first fields cannot even be read; no version ever uses it. */
    public static final int UNREADABLE = -1;

    private Entries() {}

    /**
     * The entry, or an {@link UnknownEntry}; one whose operation cannot be read gets one made from
     * its bytes.
     */
    public static ReadEntry read(long seq, Bytes raw) {
        try {
            return EntryCodec.decode(raw.toArray());
        } catch (RuntimeException unreadable) {
            OpId made = new OpId(UUID.nameUUIDFromBytes(raw.toArray()));
            return new UnknownEntry(0, seq, made, UNREADABLE, raw);
        }
    }
}
