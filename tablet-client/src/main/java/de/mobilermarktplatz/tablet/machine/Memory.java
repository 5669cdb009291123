package de.mobilermarktplatz.tablet.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the machine knows between two steps; immutable.
 *
 * @param books null before {@link Event.Started}
 * @param pending the commit under way, null for none
 * @param waiting events that wait for it, in order; wishes among them at most {@link #MOST_WAITING}
 * @param printed texts that are out, noted with the next commit
 * @param ahead how far a demonstration's clock is ahead of this tablet's
 * @param tickets last ticket given out
 * @param stopped whether a commit failed: nothing is sold or written any more
 */
public record Memory(
        @Nullable Books books,
        Line line,
        Copy copy,
        @Nullable Pending pending,
        List<Event> waiting,
        List<Long> printed,
        Duration ahead,
        long tickets,
        boolean stopped) {

    public static final int MOST_WAITING = 16;

    /** A program that has just begun. */
    public static final Memory NEW =
            new Memory(
                    null,
                    Line.of(Uplink.NEW),
                    Copy.NONE,
                    null,
                    List.of(),
                    List.of(),
                    Duration.ZERO,
                    0,
                    false);

    /**
     * A commit under way.
     *
     * @param after the books when it is on the disk
     */
    public record Pending(long ticket, Write write, Books after, String point, Then then) {}

    public Memory {
        waiting = List.copyOf(waiting);
        printed = List.copyOf(printed);
    }

    /** The books of a machine that was started. */
    public Books open() {
        if (books == null) {
            throw new IllegalStateException("The machine was not started.");
        }
        return books;
    }

    Memory with(Books next) {
        return new Memory(next, line, copy, pending, waiting, printed, ahead, tickets, stopped);
    }

    Memory with(Line next) {
        return new Memory(books, next, copy, pending, waiting, printed, ahead, tickets, stopped);
    }

    Memory with(Copy next) {
        return new Memory(books, line, next, pending, waiting, printed, ahead, tickets, stopped);
    }

    Memory withPending(@Nullable Pending next) {
        return new Memory(books, line, copy, next, waiting, printed, ahead, tickets, stopped);
    }

    Memory withWaiting(List<Event> next) {
        return new Memory(books, line, copy, pending, next, printed, ahead, tickets, stopped);
    }

    Memory later(Event event) {
        var more = new ArrayList<>(waiting);
        more.add(event);
        return withWaiting(more);
    }

    Memory withPrinted(List<Long> next) {
        return new Memory(books, line, copy, pending, waiting, next, ahead, tickets, stopped);
    }

    Memory withAhead(Duration next) {
        return new Memory(books, line, copy, pending, waiting, printed, next, tickets, stopped);
    }

    Memory withTickets(long next) {
        return new Memory(books, line, copy, pending, waiting, printed, ahead, next, stopped);
    }

    Memory stop() {
        return new Memory(books, line, copy, null, List.of(), printed, ahead, tickets, true);
    }
}
