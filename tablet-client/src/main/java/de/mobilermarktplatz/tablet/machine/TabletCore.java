package de.mobilermarktplatz.tablet.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/**
 * The tablet. {@link #step} is a function of memory and event; besides them it asks only the {@link
 * Ports}. R1 by construction: what a commit makes true is printed, shown and answered in the step
 * that handles {@link Event.Committed}, never before. A commit that failed is never tried again.
 */
public final class TabletCore {
    /** German; what every wish is answered once a commit has failed. */
    static final String ENDED = "Dieses Kassenbuch ist zu Ende; verkauft wird mit dem neuen.";

    public static final String STOPPED =
            "Das Tablet kann nicht mehr sicher speichern und verkauft deshalb nicht weiter."
                    + " Bitte Speicher freigeben oder Tablet tauschen und neu starten.";

    private static final String BUSY = "Einen Moment bitte: Es wird noch gespeichert.";

    private final TillCore till;
    private final LineCore line;
    private final Hearing hearing;
    private final CopyCore copy = new CopyCore();
    private final PruneCore prune;
    private final Papers papers;

    /**
     * @param backoff between two tries to reach the server
     */
    public TabletCore(Papers papers, Ports ports, Backoff backoff) {
        this.papers = papers;
        this.till = new TillCore(papers, ports);
        this.line = new LineCore(papers, ports, backoff);
        this.hearing = new Hearing(papers, ports, line, till.entries());
        this.prune = new PruneCore(ports.clock());
    }

    /** The next memory and what to do, in order. */
    public Step step(Memory memory, Event event) {
        var turn = new Turn(memory);
        handle(turn, event);
        // What waited for the commit goes on when it is over, in the order it came.
        while (turn.memory.pending() == null && !turn.memory.waiting().isEmpty()) {
            var waiting = turn.memory.waiting();
            turn.memory = turn.memory.withWaiting(waiting.subList(1, waiting.size()));
            handle(turn, waiting.getFirst());
        }
        return turn.done();
    }

    /**
     * The tablet's time: no earlier than any entry, so that a clock set back makes no expired code
     * valid again.
     */
    public Instant now(Memory memory) {
        return till.now(memory);
    }

    private void handle(Turn turn, Event event) {
        switch (event) {
            case Event.Started started -> start(turn, started);
            case Event.Wanted wanted -> wanted(turn, wanted);
            case Event.Committed committed -> committed(turn, committed.ticket());
            case Event.NotCommitted failed -> notCommitted(turn, failed.ticket());
            case Event.Printed out -> {
                var printed = new ArrayList<>(turn.memory.printed());
                printed.add(out.seq());
                turn.memory = turn.memory.withPrinted(printed);
            }
            case Event.Answered answered -> {
                if (turn.memory.pending() == null) {
                    hearing.answered(turn, answered);
                } else {
                    turn.memory = turn.memory.later(answered);
                }
            }
            case Event.Rows rows -> rows(turn, rows);
            case Event.TimeCame alarm -> {
                switch (alarm.timer()) {
                    case LINE -> line.timeCame(turn);
                    case MIRROR -> copy.timeCame(turn);
                    case PRUNE -> prune.timeCame(turn);
                }
            }
            case Event.Woken _ -> line.woken(turn);
            case Event.TooOld old -> turn.set(turn.line().withTooOld(old.tooOld()));
            case Event.Mirrored done -> copy.mirrored(turn, done.upTo());
            case Event.MirrorFailed _ -> copy.failed(turn);
            case Event.MirrorBack back -> copy.back(turn, back.upTo());
            case Event.Closing _ -> {
                if (turn.memory.pending() == null
                        && !turn.memory.printed().isEmpty()
                        && !turn.memory.stopped()) {
                    turn.commit(Write.NOTHING, turn.books(), "close", new Then.Nothing());
                }
            }
        }
    }

    private void start(Turn turn, Event.Started started) {
        var held = started.held();
        turn.set(Line.of(held.uplink()));
        if (papers.demo()) {
            // Without a network the demonstration goes on at the time it had.
            turn.memory = turn.memory.withAhead(held.uplink().clockLag());
        }
        line.start(turn);
        copy.start(turn, started);
        if (papers.ended()) {
            turn.set(Books.ended(held));
            turn.reply(started.ticket(), null);
        } else {
            till.start(turn, started);
        }
        prune.start(turn);
    }

    private void wanted(Turn turn, Event.Wanted wanted) {
        if (turn.memory.stopped()) {
            turn.reply(wanted.ticket(), STOPPED);
        } else if (papers.ended() && !(wanted.wish() instanceof Wish.Sync)) {
            turn.reply(wanted.ticket(), ENDED);
        } else if (wanted.wish() instanceof Wish.Sync sync) {
            line.asked(turn, wanted.ticket(), sync);
        } else if (turn.memory.pending() == null) {
            till.wanted(turn, wanted.ticket(), wanted.wish());
        } else if (turn.memory.waiting().stream().filter(Event.Wanted.class::isInstance).count()
                < Memory.MOST_WAITING) {
            turn.memory = turn.memory.later(wanted);
        } else {
            turn.reply(wanted.ticket(), BUSY);
        }
    }

    private void committed(Turn turn, long ticket) {
        var pending = turn.memory.pending();
        if (pending == null || pending.ticket() != ticket) {
            return;
        }
        var left = new ArrayList<>(turn.memory.printed());
        left.removeAll(pending.write().printed());
        turn.memory = turn.memory.withPending(null).withPrinted(left).with(pending.after());
        copy.committed(turn, pending.write().entries(), pending.point());
        switch (pending.then()) {
            case Then.Tell tell -> till.tell(turn, tell, pending.point());
            case Then.Pay pay -> till.pay(turn, pay);
            case Then.LineOn on -> line.settled(turn, on.ticket());
            case Then.Pruned _ -> turn.does(new Effect.Arm(Timer.PRUNE, PruneCore.NEXT_PAGE));
            case Then.Nothing _ -> {}
        }
        if (!pending.write().rows().isEmpty()) {
            line.woken(turn);
        }
    }

    /** After a failed fsync nobody knows what is on the disk; what is known to be goes on up. */
    private void notCommitted(Turn turn, long ticket) {
        var pending = turn.memory.pending();
        if (pending == null || pending.ticket() != ticket) {
            return;
        }
        var waiting = turn.memory.waiting();
        turn.memory = turn.memory.stop();
        switch (pending.then()) {
            case Then.Tell tell -> turn.reply(tell.asker(), STOPPED);
            case Then.Pay pay -> turn.reply(pay.asker(), STOPPED);
            case Then.LineOn _, Then.Pruned _, Then.Nothing _ -> {}
        }
        waiting.forEach(event -> handle(turn, event));
        line.stopped(turn);
        turn.does(new Effect.Arm(Timer.LINE, Duration.ofSeconds(1)));
    }

    private void rows(Turn turn, Event.Rows rows) {
        switch (rows.reader()) {
            case LINE -> line.rows(turn, rows);
            case MIRROR -> copy.rows(turn, rows);
            case PRUNE -> prune.rows(turn, rows);
        }
    }
}
