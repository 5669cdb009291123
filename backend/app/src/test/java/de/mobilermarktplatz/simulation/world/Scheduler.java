package de.mobilermarktplatz.simulation.world;

import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * Virtual time. One thing after the other, ordered by time and then by the order in which they were
 * planned; nothing depends on the machine.
 */
public final class Scheduler {
    /** Something that can be called off. */
    public static final class Planned implements Comparable<Planned> {
        private final long at;
        private final long number;
        private final Runnable what;
        private boolean off;

        private Planned(long at, long number, Runnable what) {
            this.at = at;
            this.number = number;
            this.what = what;
        }

        public void cancel() {
            off = true;
        }

        @Override
        public int compareTo(Planned other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    private final PriorityQueue<Planned> queue = new PriorityQueue<>();
    private final Trace trace;
    private long now;
    private long planned;
    private long steps;
    private long passed;

    /**
     * @param startMillis Unix milliseconds at which the world begins
     */
    public Scheduler(long startMillis, Trace trace) {
        this.now = startMillis;
        this.trace = trace;
    }

    public long now() {
        return now;
    }

    public long steps() {
        return steps;
    }

    public Planned in(long millis, Runnable what) {
        var one = new Planned(now + Math.max(0, millis), planned++, what);
        queue.add(one);
        return one;
    }

    /** So much time goes by at once; whatever was due in it comes late. */
    public void pass(long millis) {
        now += millis;
        passed += millis;
    }

    /** All that went by at once so far. */
    public long passed() {
        return passed;
    }

    /** Does the next thing that is due by then; false when there is none. */
    public boolean step(long untilMillis) {
        while (!queue.isEmpty()) {
            var next = queue.peek();
            if (next.at > untilMillis) {
                break;
            }
            queue.remove();
            if (!next.off) {
                now = Math.max(now, next.at);
                steps++;
                next.what.run();
                return true;
            }
        }
        now = Math.max(now, untilMillis);
        return false;
    }

    public void say(Supplier<String> words) {
        trace.note(now, words);
    }
}
