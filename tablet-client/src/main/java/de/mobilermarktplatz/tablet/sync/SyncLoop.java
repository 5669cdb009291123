package de.mobilermarktplatz.tablet.sync;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Keeps trying, for ever, on its own thread. The timer is always armed: after a success for the
 * next look, after a failure for the next try. A new entry wakes it early, but a network that is
 * down is not asked more than once in the shortest wait.
 */
final class SyncLoop implements AutoCloseable {
    /** What one round achieved. */
    enum Outcome {
        /** Nothing waits. */
        CAUGHT_UP,
        /** It worked and there is more to send. */
        MORE,
        FAILED
    }

    /**
     * One exchange with the server; must end within its own time limit and never throw for a
     * missing network.
     */
    interface Round {
        Outcome run();
    }

    private static final System.Logger LOG = System.getLogger(SyncLoop.class.getName());

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Round round;
    private final Backoff backoff;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Thread thread;
    private boolean wake;
    private boolean closed;

    SyncLoop(Round round, Backoff backoff, RandomGenerator random) {
        this.round = round;
        this.backoff = backoff;
        this.random = random;
        this.thread = Thread.ofPlatform().name("sync").daemon().unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    /** There is something new to send. */
    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
        try {
            // The store is closed next; a round must not find it gone.
            var _ = thread.join(CLOSE_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        int failures = 0;
        while (goOn()) {
            var outcome = tryOnce();
            failures = outcome == Outcome.FAILED ? failures + 1 : 0;
            if (outcome != Outcome.MORE) {
                rest(failures);
            }
        }
    }

    /** Whatever goes wrong in a round, there is a next one. */
    private Outcome tryOnce() {
        try {
            return round.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A sync round failed; it is tried again.", e);
            return Outcome.FAILED;
        }
    }

    private boolean goOn() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void rest(int failures) {
        long nanos = (failures == 0 ? IDLE : backoff.next(failures, random)).toNanos();
        long sinceTry = failures == 0 ? 0 : backoff.least().toNanos();
        lock.lock();
        try {
            while (!closed && nanos > 0) {
                if (wake && sinceTry <= 0) {
                    break;
                }
                long slice = wake ? Math.min(nanos, sinceTry) : nanos;
                long left = woken.awaitNanos(slice);
                long passed = slice - left;
                nanos -= passed;
                sinceTry -= passed;
            }
            wake = false;
        } catch (InterruptedException e) {
            // Only close() interrupts.
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
