package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.sync.domain.Link;

/** An inbox has every entry from the first to the acknowledged one, chained. Fed link by link. */
final class I3ChainsAreWhole {
    private final JournalId journal;
    private long seq;
    private Bytes head;

    I3ChainsAreWhole(JournalId journal, Bytes start) {
        this.journal = journal;
        this.head = start;
    }

    long seq() {
        return seq;
    }

    void next(Link link) {
        Broken.unless(link.seq() == seq + 1, "I3", "after entry " + seq + " comes " + link.seq());
        head = HashChain.next(journal, link.seq(), head, link.entry());
        Broken.unless(head.equals(link.hash()), "I3", "the chain breaks at " + link.seq());
        seq = link.seq();
    }

    void ends(long acked, Bytes ackedHead) {
        Broken.unless(
                acked == seq && ackedHead.equals(head), "I3", "acked " + acked + ", held " + seq);
    }
}
