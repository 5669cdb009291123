package de.mobilermarktplatz.tablet.machine;

import java.time.Duration;
import java.util.List;

/**
 * Keeps the second medium's copy (R2): before anything is shown when the medium answers, later when
 * it does not. Never in the way of a sale.
 */
final class CopyCore {
    static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final int PAGE_BYTES = 64 * 1024;

    void start(Turn turn, Event.Started started) {
        var mirrored = started.mirrored();
        long upTo = mirrored == null ? 0 : Math.min(mirrored, started.held().head().seq());
        turn.set(new Copy(started.mirrors(), mirrored != null, upTo, upTo, false));
        if (started.mirrors() && mirrored == null) {
            turn.does(new Effect.Arm(Timer.MIRROR, LOOK_AGAIN));
        }
    }

    /** Rows just committed: at once when they follow what the medium has, else with the others. */
    void committed(Turn turn, List<StoredEntry> rows, String point) {
        var copy = turn.memory.copy();
        if (rows.isEmpty() || !copy.answering()) {
            return;
        }
        if (rows.getFirst().seq() == copy.asked() + 1) {
            turn.does(new Effect.Mirror(rows, point));
            turn.set(copy.handed(rows.getLast().seq()));
        } else {
            catchUp(turn);
        }
    }

    void mirrored(Turn turn, long upTo) {
        turn.set(turn.memory.copy().safe(upTo));
        catchUp(turn);
    }

    void failed(Turn turn) {
        turn.set(turn.memory.copy().failed());
        turn.does(new Effect.Arm(Timer.MIRROR, LOOK_AGAIN));
    }

    void timeCame(Turn turn) {
        if (turn.memory.copy().wanted() && !turn.memory.copy().answering()) {
            turn.does(new Effect.ProbeMirror());
        }
    }

    void back(Turn turn, long upTo) {
        turn.set(turn.memory.copy().back(Math.min(upTo, turn.books().head().seq())));
        catchUp(turn);
    }

    void rows(Turn turn, Event.Rows read) {
        var copy = turn.memory.copy().withReading(false);
        turn.set(copy);
        var rows = read.rows().stream().filter(row -> row.seq() > copy.asked()).toList();
        if (!copy.answering() || rows.isEmpty() || read.from() != copy.asked() + 1) {
            return;
        }
        turn.does(new Effect.Mirror(rows, "copy"));
        turn.set(copy.handed(rows.getLast().seq()));
    }

    private void catchUp(Turn turn) {
        var copy = turn.memory.copy();
        boolean behind = copy.asked() < turn.books().head().seq();
        if (copy.answering() && behind && !copy.reading() && copy.upTo() == copy.asked()) {
            turn.set(copy.withReading(true));
            turn.does(new Effect.Read(Reader.MIRROR, copy.asked() + 1, PAGE_BYTES));
        }
    }
}
