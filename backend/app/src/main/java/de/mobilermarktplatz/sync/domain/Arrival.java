package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Something reached the server. */
public sealed interface Arrival {

    /** The server's clock when it came. */
    Instant now();

    /**
     * A batch of a journal.
     *
     * @param read its entries, read; as many as the batch has
     * @param body as received, for the case that it must be kept apart
     */
    record BatchArrived(UploadBatch batch, List<ReadEntry> read, Bytes body, Instant now)
            implements Arrival {}

    /**
     * One entry of a batch that could not be taken in one piece. Its chain and signature are
     * checked already.
     *
     * @param spoilt whether it must be kept without being carried out
     */
    record EntryArrived(Link link, ReadEntry read, boolean spoilt, Instant now)
            implements Arrival {}

    /** A person took a batch that was kept apart for honest, whoever sent it. */
    record BatchReleased(BatchArrived batch) implements Arrival {
        @Override
        public Instant now() {
            return batch.now();
        }
    }

    /**
     * Proven entries that cannot continue the journal they stood in; they come into the one beside
     * it, and only those whose operation no journal has.
     *
     * @param read as many as {@code entries}
     * @param spoilt whether they must be kept without being carried out
     */
    record EntriesAdopted(List<Bytes> entries, List<ReadEntry> read, boolean spoilt, Instant now)
            implements Arrival {

        public static EntriesAdopted of(List<Bytes> entries, boolean spoilt, Instant now) {
            List<ReadEntry> read = entries.stream().map(entry -> Entries.read(0, entry)).toList();
            return new EntriesAdopted(List.copyOf(entries), read, spoilt, now);
        }
    }

    /** An entry that was stored unknown long ago can be read by now. */
    record EntryUnderstood(long seq, ReadEntry read, Instant now) implements Arrival {}

    static BatchArrived batch(UploadBatch batch, Bytes body, Instant now) {
        List<ReadEntry> read = new ArrayList<>(batch.entries().size());
        for (int i = 0; i < batch.entries().size(); i++) {
            read.add(Entries.read(batch.from() + i, batch.entries().get(i)));
        }
        return new BatchArrived(batch, List.copyOf(read), body, now);
    }
}
