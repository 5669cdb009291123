package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.JournalOpened;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import java.util.List;

/** A journal that goes on where another one cannot. */
public final class NewJournal {
    private NewJournal() {}

    /**
     * Its first entry, which names the one before.
     *
     * @param papers of the new journal
     * @param ports with the new journal's key
     * @param end of the journal before, on this tablet
     */
    public static Write.Row first(Papers papers, Ports ports, JournalId parent, Head end) {
        var entry =
                JournalEntry.of(
                        1,
                        new OpId(ports.ids().next()),
                        0,
                        ports.clock().now(),
                        ports.clock().monoMillis().getAsLong(),
                        ports.clock().boot(),
                        0,
                        new JournalOpened(parent, end.seq(), end.hash()));
        var bytes = Bytes.of(EntryCodec.encode(entry));
        var hash = HashChain.next(papers.journal(), 1, papers.start(), bytes);
        var signature = ports.key().sign(hash.toArray());
        return new Write.Row(entry.opId(), new StoredEntry(1, bytes, hash, signature), List.of());
    }
}
