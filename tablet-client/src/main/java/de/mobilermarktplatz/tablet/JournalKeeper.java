package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.tablet.core.Change;
import de.mobilermarktplatz.tablet.core.Consequences;
import de.mobilermarktplatz.tablet.core.Decision.Place;
import de.mobilermarktplatz.tablet.core.Decision.Step;
import de.mobilermarktplatz.tablet.core.DraftLine;
import de.mobilermarktplatz.tablet.core.ReceiptText;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.core.Till;
import de.mobilermarktplatz.tablet.core.Tour;
import de.mobilermarktplatz.tablet.store.Commit;
import de.mobilermarktplatz.tablet.store.Head;
import de.mobilermarktplatz.tablet.store.JournalMirror;
import de.mobilermarktplatz.tablet.store.Printout;
import de.mobilermarktplatz.tablet.store.StoredEntry;
import de.mobilermarktplatz.tablet.store.TabletStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns steps into chained, signed entries and commits them. State in memory follows only after the
 * commit, so what can be seen is never ahead of the disk. Not safe for several threads; {@link
 * OnBoard} guards it.
 */
final class JournalKeeper {
    private final TabletStore store;
    private final JournalMirror mirror;
    private final Signer key;
    private final JournalId journal;
    private final UuidV7 ids;
    private final TabletClock clock;
    private final Till till;
    private Head head;
    private TabletState state;
    private final List<Long> printed = new ArrayList<>();
    private long anchor;
    private Instant latest;

    JournalKeeper(
            TabletStore store,
            JournalMirror mirror,
            Signer key,
            JournalId journal,
            Bytes start,
            UuidV7 ids,
            TabletClock clock,
            Till till) {
        this.store = store;
        this.mirror = mirror;
        this.key = key;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.till = till;
        this.head = store.head(start);
        this.state = store.state();
        this.latest =
                store.entry(head.seq())
                        .map(last -> EntryCodec.decode(last.entry().toArray()))
                        .map(last -> last instanceof JournalEntry entry ? entry.wall() : null)
                        .orElse(Instant.EPOCH);
    }

    TabletState state() {
        return state;
    }

    Head head() {
        return head;
    }

    /** No earlier than any entry: a clock set back makes no expired code valid again. */
    Instant now() {
        var wall = clock.now();
        return wall.isAfter(latest) ? wall : latest;
    }

    boolean isAnchored() {
        return anchor > 0;
    }

    /** Scanned lines go to the disk before they are shown. */
    void scanned(List<DraftLine> lines) {
        store.addToBasket(lines, clock.now());
        var basket = new ArrayList<>(state.basket());
        basket.addAll(lines);
        state = state.withBasket(basket);
    }

    /** Entries with their texts, made and kept. */
    record Written(List<JournalEntry> entries, List<Printout> printouts) {}

    /**
     * One commit of all steps.
     *
     * @param tour the tour aboard, null before the first
     * @param snapshot replaces the tour in the same commit, null to keep it
     */
    Written write(
            List<Step> steps,
            @Nullable Tour tour,
            @Nullable Bytes snapshot,
            Runnable beforeCommit) {
        var entries = new ArrayList<JournalEntry>();
        var rows = new ArrayList<Commit.Row>();
        var printouts = new ArrayList<Printout>();
        var changes = new ArrayList<Change>();
        var at = head;
        @Nullable OpId before = null;
        for (var step : steps) {
            var entry = entry(step, new Place(at.seq() + 1, at.hash(), before), tour);
            var row = sealed(entry, at, Consequences.of(entry, tour));
            entries.add(entry);
            rows.add(row);
            changes.addAll(row.changes());
            if (tour != null) {
                ReceiptText.of(till, tour, entry)
                        .map(text -> printout(entry.seq(), text))
                        .ifPresent(printouts::add);
            }
            at = new Head(entry.seq(), row.entry().hash());
            before = entry.opId();
        }
        var commit = new Commit(rows, printouts, printed);
        if (snapshot == null) {
            store.append(commit, beforeCommit);
        } else {
            store.takeTour(snapshot, commit);
        }
        printed.clear();
        remember(at, changes, entries);
        mirror.copy(rows.stream().map(Commit.Row::entry).toList());
        return new Written(List.copyOf(entries), List.copyOf(printouts));
    }

    /**
     * The text is out. The next commit notes it, which saves a commit per sale; a crash before that
     * prints the text a second time rather than never.
     */
    void printed(Printout printout) {
        printed.add(printout.seq());
    }

    /** Notes now what the next commit would. */
    void close() {
        if (!printed.isEmpty() && !store.broken()) {
            store.printed(printed);
            printed.clear();
        }
    }

    /** From here on entries refer to this one for their time. */
    void anchoredAt(long seq) {
        anchor = seq;
    }

    private void remember(Head at, List<Change> changes, List<JournalEntry> entries) {
        head = at;
        state = state.after(changes);
        for (var entry : entries) {
            latest = entry.wall().isAfter(latest) ? entry.wall() : latest;
        }
    }

    private JournalEntry entry(Step step, Place place, @Nullable Tour tour) {
        return JournalEntry.of(
                place.seq(),
                new OpId(ids.next()),
                tour == null ? 0 : tour.snapshot().generation(),
                clock.now(),
                clock.monoMillis().getAsLong(),
                clock.boot(),
                anchor,
                step.body(place));
    }

    private Commit.Row sealed(JournalEntry entry, Head at, List<Change> changes) {
        var bytes = Bytes.of(EntryCodec.encode(entry));
        var hash = HashChain.next(journal, entry.seq(), at.hash(), bytes);
        var signature = key.sign(hash.toArray());
        return new Commit.Row(
                entry.opId(), new StoredEntry(entry.seq(), bytes, hash, signature), changes);
    }

    private static Printout printout(long seq, ReceiptText.Printable text) {
        return new Printout(
                seq, text.number() == 0 ? null : text.number(), text.name(), text.text());
    }
}
