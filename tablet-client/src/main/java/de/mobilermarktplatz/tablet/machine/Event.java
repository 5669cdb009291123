package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the tablet. An event carries all that a disk knows about it, so the core never
 * reads. Any event may come twice, late or never; the core stays right.
 */
public sealed interface Event {

    /**
     * The program began.
     *
     * @param ticket the answer goes there
     * @param mirrored last entry on the second medium, null when none is there or none answers
     * @param mirrors whether the tablet is meant to have a second medium
     */
    record Started(long ticket, Held held, boolean mirrors, @Nullable Long mirrored)
            implements Event {}

    /**
     * Somebody wants something.
     *
     * @param ticket chosen by who asks; the answer carries it
     */
    record Wanted(long ticket, Wish wish) implements Event {}

    /** The commit is on the disk. */
    record Committed(long ticket) implements Event {}

    /** Nobody knows whether the commit is on the disk; it is never tried again. */
    record NotCommitted(long ticket, String why) implements Event {}

    /** A text came out of the printer. */
    record Printed(long seq) implements Event {}

    /**
     * Rows that {@link Effect.Read} asked for.
     *
     * @param from as asked
     * @param before chain head before {@code from}, null when the disk does not know it
     */
    record Rows(Reader reader, long from, @Nullable Bytes before, List<StoredEntry> rows)
            implements Event {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The server answered, or the network did in its place.
     *
     * @param localHash chain head here after the sequence that the reply acknowledges ({@link
     *     Replies#acked}), null when this journal is not that long or that part was forgotten
     */
    record Answered(long ticket, ServerAnswer answer, @Nullable Bytes localHash) implements Event {}

    /** An alarm went off. */
    record TimeCame(Timer timer) implements Event {}

    /** The network is back, or somebody hints that it is worth a try. */
    record Woken() implements Event {}

    /** The server said that this program is too old for new tours, or that it is not any more. */
    record TooOld(boolean tooOld) implements Event {}

    /**
     * @param upTo last entry that is safe on the second medium
     */
    record Mirrored(long upTo) implements Event {}

    record MirrorFailed(String why) implements Event {}

    /** The second medium answers again and holds the journal up to here. */
    record MirrorBack(long upTo) implements Event {}

    /** The program ends in good order. */
    record Closing() implements Event {}
}
