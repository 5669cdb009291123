package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import java.util.List;
import java.util.Map;

/**
 * A journal as the server holds it, with what else is known of the entries that arrive.
 *
 * @param durable last sequence that survives the loss of the server
 * @param epoch of the region's server
 * @param overlap hashes by sequence, as {@link Needs} asked
 * @param known which of the operations asked for are in an inbox already, and where
 * @param receipts receipt numbers asked for that this till has used, and by which operation
 * @param apart how many bodies of this device are kept apart and wait for a decision
 * @param kept ends of what is kept apart of this journal, from before the first entry that arrives
 *     to the last
 */
public record HeldJournal(
        JournalState state,
        long durable,
        long epoch,
        Map<Long, Bytes> overlap,
        Map<OpId, Place> known,
        Map<Long, OpId> receipts,
        long apart,
        List<KeptHead> kept) {

    public HeldJournal {
        kept = List.copyOf(kept);
    }

    /** Of which nothing is kept apart. */
    public HeldJournal(
            JournalState state,
            long durable,
            long epoch,
            Map<Long, Bytes> overlap,
            Map<OpId, Place> known,
            Map<Long, OpId> receipts,
            long apart) {
        this(state, durable, epoch, overlap, known, receipts, apart, List.of());
    }

    HeldJournal withEpoch(long risen) {
        return new HeldJournal(state, durable, risen, overlap, known, receipts, apart, kept);
    }

    /** Where an operation stands that has its effect. */
    public record Place(JournalId journal, long seq) {}
}
