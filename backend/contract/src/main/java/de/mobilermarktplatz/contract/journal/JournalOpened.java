package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;

/**
 * First entry of a journal that a tablet goes on with, because the one before was forked or
 * blocked.
 *
 * @param parent the journal before
 * @param seq its last entry on this tablet, 0 for none
 * @param head its chain head there, 32 bytes
 */
public record JournalOpened(JournalId parent, long seq, Bytes head) implements EntryBody {}
