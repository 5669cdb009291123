package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the entries of one journal into the histories that a card tells of it: one, unless a tablet
 * was copied or set back and both wrote to the same card. An entry belongs where its hash hangs on
 * the entry before it.
 */
final class CardHistories {

    /** Of more nobody can make sense; an honest card has one or two. */
    static final int MOST = 8;

    private static final class Growing {
        final TreeMap<Long, MirrorEntry> entries = new TreeMap<>();
        int own;
    }

    private final JournalId journal;
    private final List<Growing> histories = new ArrayList<>();
    private @Nullable Growing latest;
    private int tangled;

    CardHistories(JournalId journal) {
        this.journal = journal;
    }

    void add(MirrorEntry entry) {
        if (histories.stream().anyMatch(known -> has(known, entry))) {
            return;
        }
        Growing hangsOn =
                histories.stream().filter(of -> hangs(of, entry)).findFirst().orElse(null);
        Growing at = hangsOn == null ? freeFor(entry) : hangsOn;
        if (at != null && !at.entries.containsKey(entry.seq())) {
            put(at, entry);
        } else if (histories.size() < MOST) {
            Growing branch = new Growing();
            if (hangsOn != null) {
                branch.entries.putAll(hangsOn.entries.headMap(entry.seq()));
            }
            histories.add(branch);
            put(branch, entry);
        } else {
            tangled++;
        }
    }

    private void put(Growing history, MirrorEntry entry) {
        var _ = history.entries.put(entry.seq(), entry);
        history.own++;
        latest = history;
    }

    private static boolean has(Growing history, MirrorEntry entry) {
        MirrorEntry known = history.entries.get(entry.seq());
        return known != null && known.hash().equals(entry.hash());
    }

    private boolean hangs(Growing history, MirrorEntry entry) {
        MirrorEntry before = history.entries.get(entry.seq() - 1);
        return before != null
                && before.hash().length() == HashChain.HASH_BYTES
                && HashChain.next(journal, entry.seq(), before.hash(), entry.entry())
                        .equals(entry.hash());
    }

    /** Its predecessor is damaged or stands elsewhere: most likely who wrote last wrote it too. */
    private @Nullable Growing freeFor(MirrorEntry entry) {
        Growing last = latest;
        if (last != null && !last.entries.containsKey(entry.seq())) {
            return last;
        }
        return histories.stream()
                .filter(of -> !of.entries.containsKey(entry.seq()))
                .findFirst()
                .orElse(null);
    }

    /** At least one, which may be empty. */
    List<CardFindings.History> all() {
        if (histories.isEmpty()) {
            return List.of(new CardFindings.History(Collections.emptySortedMap(), 0));
        }
        return histories.stream()
                .map(
                        of ->
                                new CardFindings.History(
                                        Collections.unmodifiableSortedMap(of.entries), of.own))
                .toList();
    }

    int tangled() {
        return tangled;
    }
}
