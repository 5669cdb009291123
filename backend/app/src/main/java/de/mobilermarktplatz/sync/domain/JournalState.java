package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;

/**
 * What the server holds of a journal.
 *
 * @param acked last sequence held, 0 for none
 * @param head chain head after it, 32 bytes
 * @param start chain head of the empty journal
 */
public record JournalState(JournalId journal, long acked, Bytes head, Bytes start) {}
