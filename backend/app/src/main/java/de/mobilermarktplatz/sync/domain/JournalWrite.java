package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import java.time.Instant;
import java.util.List;

/** Journals as they arrived, and the server's epoch. */
public sealed interface JournalWrite extends Write {

    /**
     * Raw entries behind those that are held. An operation that is not {@code again} may be there
     * once in a region: a second one must fail loudly.
     */
    record AppendInbox(JournalId journal, List<Row> rows, Instant now) implements JournalWrite {

        /**
         * @param again its operation is known: kept as it came, without a second effect
         */
        public record Row(Link link, OpId op, boolean again) {}
    }

    /** The new end of the chain. */
    record MoveHead(JournalId journal, long acked, Bytes head) implements JournalWrite {}

    /** Stored, but nobody here can read it yet. */
    record NoteWaiting(JournalId journal, long seq, int ver, int type, Instant now)
            implements JournalWrite {}

    /** What waited was understood and carried out. */
    record NoteUnderstood(JournalId journal, long seq, Instant now) implements JournalWrite {}

    /** The journal goes on where a tablet left another one. */
    record LinkParent(
            JournalId journal, JournalId parent, long parentSeq, Bytes parentHead, Instant now)
            implements JournalWrite {}

    /** To at least this number. */
    record RaiseEpoch(long epoch) implements JournalWrite {}
}
