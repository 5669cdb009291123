package de.mobilermarktplatz.tablet.machine;

import java.time.Duration;
import java.util.List;

/** What the edge has to carry out. */
public sealed interface Effect {

    /**
     * One transaction, on the disk when {@link Event.Committed} says so; else {@link
     * Event.NotCommitted}. At most one is under way.
     *
     * @param point first half of the names of its fail points
     */
    record Commit(long ticket, Write write, String point) implements Effect {}

    /** Answered with {@link Event.Rows}; {@code from - 1}'s chain head comes with them. */
    record Read(Reader reader, long from, int limitBytes) implements Effect {}

    /**
     * Append to the second medium and sync, before anything after it is carried out. Answered with
     * {@link Event.Mirrored} or {@link Event.MirrorFailed}; never waited for beyond a moment.
     */
    record Mirror(List<StoredEntry> rows, String point) implements Effect {
        public Mirror {
            rows = List.copyOf(rows);
        }
    }

    /** Ask the second medium how far it is; answered with {@link Event.MirrorBack} or a failure. */
    record ProbeMirror() implements Effect {}

    /** Exactly one {@link Event.Answered} follows, unless the process dies. */
    record Send(long ticket, Request request) implements Effect {}

    /** {@link Event.TimeCame} after the delay; an earlier alarm of the same timer is forgotten. */
    record Arm(Timer timer, Duration delay) implements Effect {}

    /** Paper; {@link Event.Printed} when it came out. A failure undoes nothing. */
    record Print(Printout printout, String point) implements Effect {}

    record OpenDrawer(String point) implements Effect {}

    /** The answer to {@link Event.Wanted} or {@link Event.Started}. */
    record Reply(long ticket, Answer answer, String point) implements Effect {}
}
