package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import java.util.Map;

/**
 * A journal as the server holds it, with what else is known of the entries that arrive.
 *
 * @param durable last sequence that survives the loss of the server
 * @param epoch of the region's server
 * @param overlap hashes by sequence, as {@link Needs} asked
 * @param known which of the operations asked for are in an inbox already, and where
 * @param receipts receipt numbers asked for that this till has used, and by which operation
 * @param apart how many bodies of this device are kept apart
 */
public record HeldJournal(
        JournalState state,
        long durable,
        long epoch,
        Map<Long, Bytes> overlap,
        Map<OpId, Place> known,
        Map<Long, OpId> receipts,
        long apart) {

    /** Where an operation stands that has its effect. */
    public record Place(JournalId journal, long seq) {}
}
