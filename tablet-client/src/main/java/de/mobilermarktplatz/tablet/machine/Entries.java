package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.tablet.core.Change;
import de.mobilermarktplatz.tablet.core.Consequences;
import de.mobilermarktplatz.tablet.core.Decision;
import de.mobilermarktplatz.tablet.core.ReceiptText;
import de.mobilermarktplatz.tablet.core.Tour;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns steps into chained, signed entries with all that becomes true with them. */
final class Entries {
    private final Papers papers;
    private final Ports ports;

    Entries(Papers papers, Ports ports) {
        this.papers = papers;
        this.ports = ports;
    }

    /**
     * @param write what to commit
     * @param after the books when it is committed
     */
    record Made(Write write, Books after) {}

    /**
     * @param tour the tour the entries belong to, null before the first
     */
    Made of(Memory memory, List<Decision.Step> steps, @Nullable Tour tour) {
        var books = memory.open();
        var rows = new ArrayList<Write.Row>();
        var printouts = new ArrayList<Printout>();
        var changes = new ArrayList<Change>();
        var at = books.head();
        var latest = books.latest();
        @Nullable OpId before = null;
        for (var step : steps) {
            var place = new Decision.Place(at.seq() + 1, at.hash(), before);
            var entry = entry(memory, step, place, tour);
            var row = sealed(entry, at, Consequences.of(entry, tour));
            rows.add(row);
            changes.addAll(row.changes());
            at = new Head(entry.seq(), row.entry().hash());
            if (tour != null) {
                ReceiptText.of(papers.till(), tour, entry, at.hash())
                        .map(text -> printout(entry.seq(), text))
                        .ifPresent(printouts::add);
            }
            latest = entry.wall().isAfter(latest) ? entry.wall() : latest;
            before = entry.opId();
        }
        return new Made(
                Write.NOTHING.with(rows, printouts),
                books.after(at, books.state().after(changes), latest));
    }

    private JournalEntry entry(
            Memory memory, Decision.Step step, Decision.Place place, @Nullable Tour tour) {
        return JournalEntry.of(
                place.seq(),
                new OpId(ports.ids().next()),
                tour == null ? 0 : tour.snapshot().generation(),
                ports.clock().now().plus(memory.ahead()),
                ports.clock().monoMillis().getAsLong(),
                ports.clock().boot(),
                memory.open().anchor(),
                step.body(place));
    }

    private Write.Row sealed(JournalEntry entry, Head at, List<Change> changes) {
        var bytes = Bytes.of(EntryCodec.encode(entry));
        var hash = HashChain.next(papers.journal(), entry.seq(), at.hash(), bytes);
        var signature = ports.key().sign(hash.toArray());
        return new Write.Row(
                entry.opId(), new StoredEntry(entry.seq(), bytes, hash, signature), changes);
    }

    private static Printout printout(long seq, ReceiptText.Printable text) {
        return new Printout(
                seq, text.number() == 0 ? null : text.number(), text.name(), text.text());
    }
}
