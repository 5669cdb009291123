package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.tablet.core.Change;
import de.mobilermarktplatz.tablet.core.DraftLine;
import de.mobilermarktplatz.tablet.machine.feed.FeedWrite;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that becomes true together, in one transaction.
 *
 * @param rows new entries with their consequences, in order
 * @param printouts texts issued for them
 * @param printed sequences of entries whose texts came out of the printer since the last write
 * @param drafts lines for the open basket, null for none
 * @param tour replaces the tour aboard: CBOR as the server sent it, null to keep it
 * @param uplink what the server has confirmed, null when nothing new
 * @param base entries up to here are forgotten and this becomes the chain's beginning, null for
 *     none
 * @param feed what came down, null for nothing
 */
public record Write(
        List<Row> rows,
        List<Printout> printouts,
        List<Long> printed,
        @Nullable Drafts drafts,
        @Nullable Bytes tour,
        @Nullable Uplink uplink,
        @Nullable Head base,
        @Nullable FeedWrite feed) {

    public static final Write NOTHING =
            new Write(List.of(), List.of(), List.of(), null, null, null, null, null);

    /** An entry with what it changes. */
    public record Row(OpId op, StoredEntry entry, List<Change> changes) {
        public Row {
            changes = List.copyOf(changes);
        }
    }

    /** Scanned lines and when they were scanned. */
    public record Drafts(List<DraftLine> lines, Instant at) {
        public Drafts {
            lines = List.copyOf(lines);
        }
    }

    public Write {
        rows = List.copyOf(rows);
        printouts = List.copyOf(printouts);
        printed = List.copyOf(printed);
    }

    public Write with(List<Row> newRows, List<Printout> newPrintouts) {
        return new Write(newRows, newPrintouts, printed, drafts, tour, uplink, base, feed);
    }

    public Write withPrinted(List<Long> seqs) {
        return new Write(rows, printouts, seqs, drafts, tour, uplink, base, feed);
    }

    public Write withDrafts(Drafts lines) {
        return new Write(rows, printouts, printed, lines, tour, uplink, base, feed);
    }

    public Write withTour(Bytes snapshot) {
        return new Write(rows, printouts, printed, drafts, snapshot, uplink, base, feed);
    }

    public Write withUplink(Uplink confirmed) {
        return new Write(rows, printouts, printed, drafts, tour, confirmed, base, feed);
    }

    public Write withBase(Head beginning) {
        return new Write(rows, printouts, printed, drafts, tour, uplink, beginning, feed);
    }

    public Write withFeed(FeedWrite news) {
        return new Write(rows, printouts, printed, drafts, tour, uplink, base, news);
    }

    /** The stored rows, for the second medium. */
    public List<StoredEntry> entries() {
        return rows.stream().map(Row::entry).toList();
    }
}
