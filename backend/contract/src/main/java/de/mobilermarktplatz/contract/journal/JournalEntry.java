package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One entry of a journal.
 *
 * @param ver version of the entry's form, {@link EntryCodec#VERSION}
 * @param seq position in its journal, from 1 without gaps
 * @param opId the operation; several entries of one commit have one each
 * @param tourGen generation of the tour lease it was made under, 0 without a tour
 * @param wall the tablet's clock, whole milliseconds; may be wrong
 * @param monoMillis monotonic milliseconds since {@code bootId} began
 * @param anchorRef sequence of the last {@link ClockAnchor} of this boot, 0 if there is none
 */
public record JournalEntry(
        int ver,
        long seq,
        OpId opId,
        EntryType type,
        long tourGen,
        Instant wall,
        long monoMillis,
        BootId bootId,
        long anchorRef,
        EntryBody body)
        implements ReadEntry {

    public JournalEntry {
        if (type != body.type()) {
            throw new IllegalArgumentException(
                    "type " + type + " does not fit body " + body.type());
        }
    }

    /** An entry of the current version. */
    public static JournalEntry of(
            long seq,
            OpId opId,
            long tourGen,
            Instant wall,
            long monoMillis,
            BootId bootId,
            long anchorRef,
            EntryBody body) {
        return new JournalEntry(
                EntryCodec.VERSION,
                seq,
                opId,
                body.type(),
                tourGen,
                wall.truncatedTo(ChronoUnit.MILLIS),
                monoMillis,
                bootId,
                anchorRef,
                body);
    }
}
