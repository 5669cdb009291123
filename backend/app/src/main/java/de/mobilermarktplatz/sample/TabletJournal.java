package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal of an invented tablet: real entries, chained and signed with a real key, so that the
 * sync capability checks them like everybody's.
 */
final class TabletJournal {

    private static final int MOST_IN_BATCH = 100;

    private final UuidV7 ids;
    private final Ed25519KeyPair key = Ed25519KeyPair.generate(new SecureRandom());
    private final JournalId journal;
    private final BootId boot;
    private final List<Bytes> entries = new ArrayList<>();
    private final List<Bytes> heads = new ArrayList<>();
    private Instant started = Instant.EPOCH;
    private long epoch;

    TabletJournal(UuidV7 ids) {
        this.ids = ids;
        journal = new JournalId(ids.next());
        boot = new BootId(ids.next());
    }

    EnrolmentRequest enrolment(String code, String name) {
        return new EnrolmentRequest(code, key.publicKey(), name, journal);
    }

    void enrolled(EnrolmentReply reply) {
        heads.add(HashChain.start(reply.certificate()));
        started = reply.serverTime();
        epoch = reply.epoch();
    }

    /**
     * Adds an entry.
     *
     * @param generation of the tour's lease
     */
    OpId write(Instant wall, long generation, EntryBody body) {
        OpId op = new OpId(ids.next());
        long sinceStart = Math.max(0, Duration.between(started, wall).toMillis());
        JournalEntry entry =
                JournalEntry.of(next(), op, generation, wall, sinceStart, boot, 0, body);
        Bytes bytes = Bytes.of(EntryCodec.encode(entry));
        heads.add(HashChain.next(journal, next(), heads.getLast(), bytes));
        entries.add(bytes);
        return op;
    }

    /** Sequence of the entry that comes next. */
    long next() {
        return entries.size() + 1L;
    }

    /** Chain head after the last entry. */
    Bytes head() {
        return heads.getLast();
    }

    /** Everything that was written, in pieces that one upload may carry. */
    List<UploadBatch> uploads() {
        List<UploadBatch> batches = new ArrayList<>();
        for (int from = 1; from <= entries.size(); from += MOST_IN_BATCH) {
            int after = Math.min(entries.size() + 1, from + MOST_IN_BATCH);
            batches.add(
                    new UploadBatch(
                            Protocol.CURRENT,
                            epoch,
                            from,
                            heads.get(from - 1).first(8),
                            List.copyOf(entries.subList(from - 1, after - 1)),
                            key.sign(heads.get(after - 1).toArray()),
                            null));
        }
        return batches;
    }
}
