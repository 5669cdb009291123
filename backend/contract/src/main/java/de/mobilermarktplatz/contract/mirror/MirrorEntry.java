package de.mobilermarktplatz.contract.mirror;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;

/**
 * One entry as it stands in the journal.
 *
 * @param entry raw bytes as hashed
 * @param hash chain head after it, 32 bytes
 * @param signature of the device over {@code hash}, 64 bytes
 */
public record MirrorEntry(JournalId journal, long seq, Bytes entry, Bytes hash, Bytes signature)
        implements MirrorRecord {
    static final int KIND = 1;
}
