package de.mobilermarktplatz.tablet.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The upload as a machine: batches by bytes, two under way on a line that works, one when it does
 * not, an alarm always set. What answers are worth is {@link Hearing}'s part.
 */
final class LineCore {
    /** How long nothing may be heard of a batch before it counts as lost. */
    static final Duration LOST_AFTER = Network.LONGEST.plusSeconds(5);

    /**
     * A line with nothing to do looks as often at the server: only so does one that went back hear
     * of it, and what comes down can go on within a minute.
     */
    private static final Duration IDLE = Duration.ofSeconds(45);

    private static final Duration WHEN_APART = Duration.ofMinutes(10);
    private static final Backoff WHEN_SHUT =
            new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10));

    private final Papers papers;
    private final Ports ports;
    private final Backoff backoff;

    LineCore(Papers papers, Ports ports, Backoff backoff) {
        this.papers = papers;
        this.ports = ports;
        this.backoff = backoff;
    }

    /** From the first moment on an alarm is set. */
    void start(Turn turn) {
        arm(turn, IDLE);
    }

    /** Somebody waits for it: no rest, and a look at the server even when nothing waits. */
    void asked(Turn turn, long asker, Wish.Sync wish) {
        var askers = new ArrayList<>(turn.line().askers());
        askers.add(new Line.Asker(asker, wish.untilEmpty(), turn.memory.tickets()));
        turn.set(turn.line().withAskers(askers).looking());
        pump(turn);
    }

    /** Something new waits; a line that has just failed is not asked more often for it. */
    void woken(Turn turn) {
        var line = turn.line();
        if (line.health().restUntil() <= millis()) {
            pump(turn);
        } else if (line.flying().isEmpty() && !line.reading()) {
            arm(turn, Duration.ofMillis(line.health().restUntil() - millis()));
        }
    }

    void timeCame(Turn turn) {
        var line = turn.line();
        long lost = millis() - LOST_AFTER.toMillis();
        var silent = line.flying().stream().filter(b -> b.sinceMillis() <= lost).toList();
        if (!silent.isEmpty()) {
            turn.set(
                    line.withFlying(
                            line.flying().stream().filter(b -> !silent.contains(b)).toList()));
            failed(turn, silent.getLast().ticket(), line.trouble(), false);
            return;
        }
        if (line.flying().isEmpty()) {
            // Whatever became of a read that never came back, this starts anew.
            turn.set(line.withReading(false).looking());
        }
        arm(turn, idle(turn));
        pump(turn);
    }

    /** Reads the next batch when there is one and the line may carry it. */
    private void pump(Turn turn) {
        var line = turn.line();
        if (turn.memory.books() == null || line.reading() || !line.mayFly()) {
            return;
        }
        boolean more = line.next() <= turn.books().head().seq();
        boolean look = line.under().look() && line.flying().isEmpty();
        if (more && line.health().restUntil() <= millis() || look) {
            turn.set(line.withReading(true));
            long last = turn.books().head().seq();
            turn.does(new Effect.Read(Reader.LINE, line.from(last), line.size().bytes()));
        }
    }

    void rows(Turn turn, Event.Rows read) {
        var line = turn.line();
        if (!line.reading()) {
            return;
        }
        turn.set(line.withReading(false));
        long last = turn.books().head().seq();
        boolean onlyAsks = line.stands(last);
        if (read.from() != line.from(last) || !line.mayFly()) {
            pump(turn);
            return;
        }
        var before = read.from() == 1 ? papers.start() : read.before();
        if (before == null) {
            long base = turn.books().base().seq();
            var why =
                    read.from() <= base ? Replies.lacking(read.from() - 1, base) : Replies.HAS_MORE;
            failed(turn, turn.ticket(), why, true);
            return;
        }
        // Only what is known to be on the disk goes up, whatever else a broken disk shows.
        var rows =
                KeyEnds.upToTheFirst(
                        read.rows().stream()
                                .filter(row -> row.seq() <= last && !onlyAsks)
                                .toList());
        if (rows.isEmpty() && !line.flying().isEmpty()) {
            return;
        }
        long ticket = turn.ticket();
        long upTo = read.from() - 1 + rows.size();
        boolean endsAKey = !rows.isEmpty() && KeyEnds.endsAKey(rows.getLast());
        turn.set(turn.line().sent(new Line.Flying(ticket, read.from(), upTo, millis(), endsAKey)));
        var batch = Batches.of(line.uplink(), read.from(), before, rows, ports.key());
        turn.does(new Effect.Send(ticket, new Request.Upload(papers.journal(), batch)));
        arm(turn, LOST_AFTER.plusSeconds(5));
        pump(turn);
    }

    /** An exchange is over and kept: who waited hears of it, and the next batch goes. */
    void settled(Turn turn, long ticket) {
        var line = turn.line();
        boolean empty =
                line.flying().isEmpty() && line.uplink().acked() >= turn.books().head().seq();
        for (var asker : line.askers()) {
            if (ticket > asker.after() && (empty || !asker.untilEmpty())) {
                turn.reply(asker.ticket(), null);
            }
        }
        turn.set(
                line.withAskers(
                        line.askers().stream()
                                .filter(a -> ticket <= a.after() || a.untilEmpty() && !empty)
                                .toList()));
        if (line.stands(turn.books().head().seq())) {
            keptApart(turn, ticket);
        }
        if (turn.line().flying().isEmpty()) {
            arm(turn, idle(turn));
        }
        pump(turn);
    }

    /** Whoever waited for an empty journal would wait for a person's decision. */
    private static void keptApart(Turn turn, long ticket) {
        var line = turn.line();
        line.askers().stream()
                .filter(asker -> ticket > asker.after())
                .forEach(asker -> turn.reply(asker.ticket(), ""));
        turn.set(line.withAskers(line.askers().stream().filter(a -> ticket <= a.after()).toList()));
    }

    /** A server that keeps everything apart is asked rarely. */
    private static Duration idle(Turn turn) {
        return turn.line().stands(turn.books().head().seq()) ? WHEN_APART : IDLE;
    }

    /** Nothing is kept any more; those who wait hear so. */
    void stopped(Turn turn) {
        turn.line().askers().forEach(a -> turn.reply(a.ticket(), TabletCore.STOPPED));
        turn.set(turn.line().withAskers(List.of()));
    }

    /** Lost, refused or not believed: rest, then try again from what is confirmed. */
    void failed(Turn turn, long ticket, @Nullable String trouble, boolean shut) {
        var before = turn.line();
        int failures = before.health().failures() + 1;
        var delay = (shut ? WHEN_SHUT : backoff).next(failures, ports.random());
        long rest = millis() + (shut ? delay : backoff.least()).toMillis();
        var line = before.failed(trouble, shut, rest);
        for (var asker : line.askers()) {
            if (ticket > asker.after()) {
                turn.reply(asker.ticket(), "");
            }
        }
        var left = line.askers().stream().filter(a -> ticket <= a.after()).toList();
        turn.set(line.withAskers(left));
        if (left.isEmpty()) {
            arm(turn, delay);
        } else {
            turn.set(turn.line().looking());
            arm(turn, IDLE);
            pump(turn);
        }
    }

    private static void arm(Turn turn, Duration delay) {
        turn.does(new Effect.Arm(Timer.LINE, delay));
    }

    private long millis() {
        return ports.clock().monoMillis().getAsLong();
    }
}
