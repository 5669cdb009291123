package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.machine.Event;
import de.mobilermarktplatz.tablet.machine.Memory;
import de.mobilermarktplatz.tablet.machine.Papers;
import de.mobilermarktplatz.tablet.machine.TabletCore;
import de.mobilermarktplatz.tablet.machine.Wish;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An enrolled till at work: feeds events to the {@link TabletCore}, one at a time whoever brings
 * them, and has its effects carried out by {@link Hands}.
 */
final class OnBoard implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OnBoard.class.getName());
    private static final String CLOSED = "Das Tablet wird gerade beendet.";

    private final TabletCore core;
    private final Papers papers;
    private final Hands hands;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Event> inbox = new ArrayDeque<>();
    private final Map<Long, CompletableFuture<Answer>> asked = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();
    private volatile Memory memory = Memory.NEW;
    private boolean closed;

    OnBoard(TabletCore core, Papers papers, Hands hands) {
        this.core = core;
        this.papers = papers;
        this.hands = hands;
    }

    /** Ends what a crash left open and starts the background upload. */
    Answer start() {
        return answered(ticket -> hands.started(ticket, papers.start()));
    }

    /** Waits for the answer; all but {@link Wish.Sync} are answered by this thread. */
    Answer ask(Wish wish) {
        return answered(ticket -> new Event.Wanted(ticket, wish));
    }

    private interface Question {
        Event with(long ticket);
    }

    private Answer answered(Question question) {
        long ticket = tickets.incrementAndGet();
        var answer = new CompletableFuture<Answer>();
        asked.put(ticket, answer);
        try {
            tell(question.with(ticket));
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            asked.remove(ticket);
        }
    }

    /** Something happened; when this returns, so has all that follows from it on this thread. */
    void tell(Event event) {
        lock.lock();
        try {
            if (closed) {
                asked.values().forEach(waiting -> waiting.complete(Answer.no(CLOSED)));
                return;
            }
            inbox.add(event);
            for (var next = inbox.poll(); next != null; next = inbox.poll()) {
                step(next);
            }
        } finally {
            lock.unlock();
        }
    }

    private void step(Event event) {
        try {
            var step = core.step(memory, event);
            memory = step.memory();
            hands.carryOut(step.effects(), inbox::add, this::reply);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Could not handle " + event.getClass(), e);
            switch (event) {
                case Event.Wanted wanted -> fail(wanted.ticket(), e);
                case Event.Started started -> fail(started.ticket(), e);
                default -> {}
            }
        }
    }

    private void reply(long ticket, Answer answer) {
        var waiting = asked.get(ticket);
        if (waiting != null) {
            waiting.complete(answer);
        }
    }

    private void fail(long ticket, RuntimeException why) {
        var waiting = asked.get(ticket);
        if (waiting != null) {
            waiting.completeExceptionally(why);
        }
    }

    Memory memory() {
        return memory;
    }

    long lastSeq() {
        return memory.open().head().seq();
    }

    Instant now() {
        return core.now(memory);
    }

    /** A look without touching the disk; empty while no tour is aboard. */
    Optional<Aboard> look() {
        var seen = memory;
        var books = seen.open();
        return Optional.ofNullable(books.tour())
                .map(tour -> new Aboard(books.state(), tour, papers.till(), core.now(seen), 0));
    }

    @Override
    public void close() {
        hands.rest();
        lock.lock();
        try {
            tell(new Event.Closing());
            closed = true;
            asked.values().forEach(waiting -> waiting.complete(Answer.no(CLOSED)));
        } finally {
            lock.unlock();
        }
        hands.close();
    }
}
