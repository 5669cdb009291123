package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiPredicate;

/**
 * What a second copy proves against the journal that is held: every entry must hang on the one
 * before it and be signed by the device. The key that seals the file is public, so a record alone
 * proves nothing.
 *
 * @param known entries that the server holds already
 * @param next batches that continue the journal, in order
 * @param behindGap entries behind a missing one that hang on another entry of the file; adopted by
 *     their operations, because the chain they belong to cannot be continued
 * @param missing sequences between the first and the last that nobody has
 * @param unproven sequences of entries that cannot be proven
 * @param contradicts whether the file tells another history than the one that is held
 */
public record CardProof(
        long known,
        List<UploadBatch> next,
        List<Bytes> behindGap,
        List<Long> missing,
        List<Long> unproven,
        boolean contradicts) {

    private static final int ENTRIES_A_BATCH = 100;

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
     * @param entries of the file
     * @param signed whether the device signed this head
     */
    public static CardProof of(
            JournalState held,
            SortedMap<Long, MirrorEntry> entries,
            BiPredicate<Bytes, Bytes> signed) {
        MirrorEntry atHead = entries.get(held.acked());
        boolean contradicts = atHead != null && !atHead.hash().equals(held.head());
        List<MirrorEntry> run = contradicts ? List.of() : run(held, entries, signed);
        long last = held.acked() + run.size();
        Rest rest = new Rest(held, entries, signed);
        // Another history has no common beginning that could be trusted: each entry for itself.
        SortedMap<Long, MirrorEntry> left = contradicts ? entries : entries.tailMap(last + 1);
        rest.walk(left.values(), contradicts ? 1 : last + 1);
        return new CardProof(
                entries.headMap(held.acked() + 1).size(),
                batches(held, run),
                rest.behind,
                rest.missing,
                rest.unproven,
                contradicts);
    }

    /** Entries that do not continue what is held. */
    private static final class Rest {
        private final JournalState held;
        private final SortedMap<Long, MirrorEntry> entries;
        private final BiPredicate<Bytes, Bytes> signed;
        final List<Bytes> behind = new ArrayList<>();
        final List<Long> missing = new ArrayList<>();
        final List<Long> unproven = new ArrayList<>();

        Rest(
                JournalState held,
                SortedMap<Long, MirrorEntry> entries,
                BiPredicate<Bytes, Bytes> signed) {
            this.held = held;
            this.entries = entries;
            this.signed = signed;
        }

        void walk(Iterable<MirrorEntry> left, long from) {
            long expected = from;
            for (MirrorEntry entry : left) {
                while (expected < entry.seq() && missing.size() < MOST_MISSING) {
                    missing.add(expected++);
                }
                expected = entry.seq() + 1;
                if (proven(held, entry, before(entry.seq()), signed)) {
                    behind.add(entry.entry());
                } else {
                    unproven.add(entry.seq());
                }
            }
        }

        private Bytes before(long seq) {
            MirrorEntry before = entries.get(seq - 1);
            if (before != null) {
                return before.hash();
            }
            return seq == 1 ? held.start() : seq == held.acked() + 1 ? held.head() : Bytes.EMPTY;
        }
    }

    /** Entries that directly continue what is held. */
    private static List<MirrorEntry> run(
            JournalState held,
            SortedMap<Long, MirrorEntry> entries,
            BiPredicate<Bytes, Bytes> signed) {
        List<MirrorEntry> run = new ArrayList<>();
        Bytes head = held.head();
        MirrorEntry entry = entries.get(held.acked() + 1);
        while (entry != null && proven(held, entry, head, signed)) {
            run.add(entry);
            head = entry.hash();
            entry = entries.get(entry.seq() + 1);
        }
        return run;
    }

    private static boolean proven(
            JournalState held,
            MirrorEntry entry,
            Bytes previous,
            BiPredicate<Bytes, Bytes> signed) {
        return entry.seq() > 0
                && previous.length() == HashChain.HASH_BYTES
                && HashChain.next(held.journal(), entry.seq(), previous, entry.entry())
                        .equals(entry.hash())
                && signed.test(entry.hash(), entry.signature());
    }

    private static List<UploadBatch> batches(JournalState held, List<MirrorEntry> run) {
        List<UploadBatch> batches = new ArrayList<>();
        Bytes head = held.head();
        for (int from = 0; from < run.size(); from += ENTRIES_A_BATCH) {
            List<MirrorEntry> part =
                    run.subList(from, Math.min(run.size(), from + ENTRIES_A_BATCH));
            batches.add(
                    new UploadBatch(
                            Protocol.CURRENT,
                            0,
                            part.getFirst().seq(),
                            head.first(8),
                            part.stream().map(MirrorEntry::entry).toList(),
                            part.getLast().signature(),
                            null));
            head = part.getLast().hash();
        }
        return batches;
    }
}
