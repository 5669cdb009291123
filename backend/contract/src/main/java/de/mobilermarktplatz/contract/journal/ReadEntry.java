package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.OpId;

/** An entry as it was read: understood, or kept for a version that understands it. */
public sealed interface ReadEntry permits JournalEntry, UnknownEntry {

    long seq();

    OpId opId();
}
