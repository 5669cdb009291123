package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a second copy proves against the journal that is held: every entry must hang on the one
 * before it and be signed by the device. The key that seals the file is public, so a record alone
 * proves nothing.
 *
 * @param next batches that continue the journal, in order
 * @param behindGap entries behind a missing one, or of another history, that hang on another entry;
 *     adopted by their operations, because the chain they belong to cannot be continued
 * @param missing sequences between the first and the last that nobody has
 * @param unproven sequences of entries that cannot be proven
 * @param contradicts whether the file tells another history than the one that is held
 */
public record CardProof(
        List<UploadBatch> next,
        List<Bytes> behindGap,
        List<Long> missing,
        List<Long> unproven,
        boolean contradicts) {

    /** More gaps than this are no gaps but another file. */
    private static final int MOST_MISSING = 10_000;

    public CardProof {
        next = List.copyOf(next);
        behindGap = List.copyOf(behindGap);
        missing = List.copyOf(missing);
        unproven = List.copyOf(unproven);
    }

    /**
     * @param held what the server has
     * @param heads chain heads that the server holds, at least where the file has entries
     * @param entries of one history of the file
     * @param keys learn from the entries that they prove
     */
    public static CardProof of(
            JournalState held,
            Map<Long, Bytes> heads,
            SortedMap<Long, MirrorEntry> entries,
            CardKeys keys) {
        Walk walk = new Walk(held, heads, entries, keys);
        long other = walk.firstOther();
        if (other > 0) {
            // Its common beginning is held; of what differs each entry stands for itself.
            walk.rest(entries.tailMap(other).values(), other);
            return new CardProof(List.of(), walk.behind, walk.missing, walk.unproven, true);
        }
        List<MirrorEntry> run = walk.run();
        long last = held.acked() + run.size();
        walk.rest(entries.tailMap(last + 1).values(), last + 1);
        return new CardProof(
                CardBatches.of(held, run), walk.behind, walk.missing, walk.unproven, false);
    }

    private static final class Walk {
        private final JournalState held;
        private final Map<Long, Bytes> heads;
        private final SortedMap<Long, MirrorEntry> entries;
        private final CardKeys keys;
        final List<Bytes> behind = new ArrayList<>();
        final List<Long> missing = new ArrayList<>();
        final List<Long> unproven = new ArrayList<>();

        Walk(
                JournalState held,
                Map<Long, Bytes> heads,
                SortedMap<Long, MirrorEntry> entries,
                CardKeys keys) {
            this.held = held;
            this.heads = heads;
            this.entries = entries;
            this.keys = keys;
        }

        /** Where the file first says something else than what is held; 0 when nowhere. */
        long firstOther() {
            return entries.headMap(held.acked() + 1).values().stream()
                    .filter(entry -> !entry.hash().equals(held(entry.seq())))
                    .mapToLong(MirrorEntry::seq)
                    .findFirst()
                    .orElse(0);
        }

        /** Entries that directly continue what is held. */
        List<MirrorEntry> run() {
            List<MirrorEntry> run = new ArrayList<>();
            MirrorEntry entry = entries.get(held.acked() + 1);
            while (entry != null && proven(entry)) {
                run.add(entry);
                entry = entries.get(entry.seq() + 1);
            }
            return run;
        }

        /** Entries that do not continue what is held. */
        void rest(Iterable<MirrorEntry> left, long from) {
            long expected = from;
            for (MirrorEntry entry : left) {
                while (expected < entry.seq() && missing.size() < MOST_MISSING) {
                    missing.add(expected++);
                }
                expected = entry.seq() + 1;
                if (proven(entry)) {
                    behind.add(entry.entry());
                } else {
                    unproven.add(entry.seq());
                }
            }
        }

        private boolean proven(MirrorEntry entry) {
            Bytes previous = before(entry.seq());
            boolean proven =
                    entry.seq() > 0
                            && previous.length() == HashChain.HASH_BYTES
                            && HashChain.next(held.journal(), entry.seq(), previous, entry.entry())
                                    .equals(entry.hash())
                            && keys.signed(entry.hash(), entry.signature());
            if (proven) {
                keys.learn(entry);
            }
            return proven;
        }

        private Bytes before(long seq) {
            MirrorEntry before = entries.get(seq - 1);
            return before == null ? held(seq - 1) : before.hash();
        }

        private Bytes held(long seq) {
            if (seq == 0) {
                return held.start();
            }
            return seq == held.acked() ? held.head() : heads.getOrDefault(seq, Bytes.EMPTY);
        }
    }
}
