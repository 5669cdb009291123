package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import java.time.Duration;

/**
 * Forgets entries that survive the loss of the server and are a month old (sync.md 2.3); their last
 * hash stays as the chain's beginning.
 */
final class PruneCore {
    static final Duration KEPT = Duration.ofDays(30);
    static final Duration NEXT_PAGE = Duration.ofSeconds(1);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofHours(6);
    private static final int PAGE_BYTES = 64 * 1024;

    private final TabletClock clock;

    PruneCore(TabletClock clock) {
        this.clock = clock;
    }

    void start(Turn turn) {
        turn.does(new Effect.Arm(Timer.PRUNE, FIRST_LOOK));
    }

    void timeCame(Turn turn) {
        long base = turn.books().base().seq();
        if (!turn.memory.stopped() && mayGo(turn) > base) {
            turn.does(new Effect.Read(Reader.PRUNE, base + 1, PAGE_BYTES));
        }
        turn.does(new Effect.Arm(Timer.PRUNE, EVERY));
    }

    void rows(Turn turn, Event.Rows read) {
        var base = turn.books().base();
        // The server's time, not the tablet's: a clock that jumped makes nothing old.
        var heard = turn.line().heard();
        if (heard == null
                || turn.memory.stopped()
                || turn.memory.pending() != null
                || read.from() != base.seq() + 1) {
            turn.does(new Effect.Arm(Timer.PRUNE, FIRST_LOOK));
            return;
        }
        var old = heard.now(clock.monoMillis().getAsLong()).minus(KEPT);
        long limit = mayGo(turn);
        var next = base;
        for (var row : read.rows()) {
            boolean goes =
                    row.seq() <= limit
                            && EntryCodec.decode(row.entry().toArray())
                                    instanceof JournalEntry entry
                            && entry.wall().isBefore(old);
            if (!goes) {
                break;
            }
            next = new Head(row.seq(), row.hash());
        }
        if (next.seq() > base.seq()) {
            turn.commit(
                    Write.NOTHING.withBase(next),
                    turn.books().withBase(next),
                    "prune",
                    new Then.Pruned());
        }
    }

    /** The last entry always stays: it dates the next ones. */
    private static long mayGo(Turn turn) {
        var uplink = turn.line().uplink();
        return Math.min(Math.min(uplink.acked(), uplink.durable()), turn.books().head().seq() - 1);
    }
}
