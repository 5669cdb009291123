package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.tablet.machine.Backoff;
import de.mobilermarktplatz.tablet.machine.Network;
import de.mobilermarktplatz.tablet.machine.Request;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import de.mobilermarktplatz.tablet.machine.Wish;
import de.mobilermarktplatz.tablet.machine.feed.Ask;
import de.mobilermarktplatz.tablet.machine.feed.FeedCore;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import de.mobilermarktplatz.tablet.machine.feed.FeedStep.Result;
import de.mobilermarktplatz.tablet.machine.feed.TourView;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Keeps asking what is new, on its own thread beside the upload. A question waits at the server, so
 * it costs next to nothing while nothing happens. What came down is shown once it is on the disk.
 */
final class Follower implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Follower.class.getName());

    /** Well below the time a request may take. */
    private static final int WAIT_SECONDS = 12;

    /** After a refusal; taking a tour ends it. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

    private final Network network;
    private final OnBoard board;
    private final String own;
    private final Backoff backoff;
    private final RandomGenerator random = new SecureRandom();
    private final FeedCore core = new FeedCore(WAIT_SECONDS);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Thread thread;
    private FeedMemory memory;
    private boolean wake;
    private boolean asking;
    private volatile boolean closed;

    /**
     * @param memory what the disk held
     */
    Follower(Network network, OnBoard board, FeedMemory memory, DeviceId device, Backoff backoff) {
        this.network = network;
        this.board = board;
        this.memory = memory;
        this.own = Streams.device(device);
        this.backoff = backoff;
        this.thread = Thread.ofPlatform().name("feed").daemon().unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    /**
     * The tour is another one now, or there is hope that the network is back: a question that waits
     * at the server is given up. Only there may the thread be interrupted, for an interrupt closes
     * the file that the second copy is being written to.
     */
    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signalAll();
            if (asking) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        int failures = 0;
        while (!closed) {
            var result = tried();
            failures = result == Result.FINE ? 0 : failures + 1;
            switch (result) {
                case FINE -> {}
                case FAILED -> rest(backoff.next(failures, random));
                case REFUSED -> rest(LONG);
            }
        }
    }

    private Result tried() {
        try {
            return round();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The feed failed; it is tried again.", e);
            return Result.FAILED;
        }
    }

    /** One question and its answer. */
    private Result round() {
        if (takesWake()) {
            memory = memory.hopeful();
        }
        var ask = core.next(memory, wanted());
        if (ask.isEmpty()) {
            return Result.REFUSED;
        }
        var step = core.came(memory, ask.get(), answer(ask.get()));
        if (closed || step.result() != Result.FINE && step.write().isNothing()) {
            return isWoken() ? Result.FINE : step.result();
        }
        // Also without news: a basket that was closed may free a price that was held for it.
        boolean kept = board.ask(new Wish.Follow(step.write(), step.memory())).ok();
        if (!kept) {
            return Result.FAILED;
        }
        memory = step.memory();
        return step.result();
    }

    private Set<String> wanted() {
        var tour = Optional.ofNullable(board.memory().open().tour());
        return TourView.streams(tour.map(of -> of.snapshot()).orElse(null), own);
    }

    private ServerAnswer answer(Ask ask) {
        if (!asks(true)) {
            return new ServerAnswer.Unreachable("woken");
        }
        try {
            return network.send(new Request.Get(ask.path()));
        } finally {
            var _ = asks(false);
        }
    }

    /** False when there is something else to do first. */
    private boolean asks(boolean now) {
        lock.lock();
        try {
            asking = now && !wake && !closed;
            // What was meant for the question must not hit what comes after it.
            var _ = Thread.interrupted();
            return asking;
        } finally {
            lock.unlock();
        }
    }

    private boolean isWoken() {
        lock.lock();
        try {
            return wake;
        } finally {
            lock.unlock();
        }
    }

    private boolean takesWake() {
        lock.lock();
        try {
            boolean was = wake;
            wake = false;
            return was;
        } finally {
            lock.unlock();
        }
    }

    private void rest(Duration pause) {
        long nanos = pause.toNanos();
        lock.lock();
        try {
            while (!closed && !wake && nanos > 0) {
                nanos = woken.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "Woken while resting.");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        try {
            // The store is closed next; an answer must not find it gone.
            var _ = thread.join(CLOSE_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
