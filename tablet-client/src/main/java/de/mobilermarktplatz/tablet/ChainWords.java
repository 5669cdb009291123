package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.contract.crypto.Ed25519;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.ChainCheck;
import de.mobilermarktplatz.kernel.chain.ChainLink;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.store.TabletStore;
import java.util.List;
import java.util.Map;

/** Whether the own journal is as it was written. */
final class ChainWords {
    private static final int PAGE_BYTES = 256 * 1024;

    private ChainWords() {}

    static Answer of(TabletStore store, JournalId journal, Bytes start, Bytes publicKey) {
        var base = store.base(start);
        long last = base.seq();
        var head = base.hash();
        for (var page = store.entries(last + 1, PAGE_BYTES);
                !page.isEmpty();
                page = store.entries(last + 1, PAGE_BYTES)) {
            var links =
                    page.stream()
                            .map(row -> new ChainLink(row.seq(), row.entry(), row.hash()))
                            .toList();
            switch (ChainCheck.verify(journal, last, head, links)) {
                case ChainCheck.Broken broken -> {
                    return broken(broken.seq(), "passt nicht zu seiner Prüfsumme");
                }
                case ChainCheck.Intact intact -> {
                    last = intact.lastSeq();
                    head = intact.head();
                }
            }
            var end = page.getLast();
            if (!Ed25519.verify(publicKey, end.hash().toArray(), end.signature())) {
                return broken(end.seq(), "ist nicht von diesem Tablet unterschrieben");
            }
        }
        return Answer.yes(Map.of("intact", true, "entries", last, "head", head.hex()));
    }

    private static Answer broken(long seq, String why) {
        return new Answer(
                false,
                "Eintrag " + seq + " " + why + ".",
                Map.of("intact", false, "brokenAt", seq),
                List.of(),
                List.of());
    }
}
