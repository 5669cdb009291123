package de.mobilermarktplatz.kernel.chain;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;

/** Whether stored links are those that were written. */
public sealed interface ChainCheck {

    /**
     * Nothing was changed, taken out or put in.
     *
     * @param lastSeq of the last link, or the one before the first if there were none
     * @param head after it
     */
    record Intact(long lastSeq, Bytes head) implements ChainCheck {}

    /**
     * The first link that is not what was written: its entry was changed, it is missing, or its
     * stored head was.
     *
     * @param seq that should have stood here
     * @param expected head computed from the link before and the stored entry
     * @param found head that is stored
     */
    record Broken(long seq, Bytes expected, Bytes found) implements ChainCheck {}

    /**
     * Checks consecutive links.
     *
     * @param lastSeq sequence before the first link, 0 from the beginning
     * @param head after {@code lastSeq}
     */
    static ChainCheck verify(
            JournalId journal, long lastSeq, Bytes head, Iterable<ChainLink> links) {
        long seq = lastSeq;
        Bytes current = head;
        for (ChainLink link : links) {
            seq++;
            // The sequence that belongs here goes into the hash, so a gap or a swap breaks the
            // chain at its place.
            Bytes expected = HashChain.next(journal, seq, current, link.entry());
            if (link.seq() != seq || !expected.equals(link.hash())) {
                return new Broken(seq, expected, link.hash());
            }
            current = expected;
        }
        return new Intact(seq, current);
    }
}
