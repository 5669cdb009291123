package de.mobilermarktplatz.tablet.machine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: full jitter between one second and a ceiling that doubles
 * to 25 seconds, so that two hundred vans that come home at once do not knock in step. There is
 * always a next try.
 *
 * @param least shortest wait, also the first ceiling
 * @param most highest ceiling
 */
public record Backoff(Duration least, Duration most) {
    /**
     * Together with the 30 seconds that a request may take, a line that works again is tried within
     * a minute, whatever happened before.
     */
    public static final Backoff SERVICE =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(25));

    private static final int MOST_DOUBLINGS = 16;

    public Backoff {
        if (least.isNegative() || least.isZero() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "Waiting from " + least + " to " + most + " makes no sense.");
        }
    }

    /**
     * @param failures tries in a row that failed, 0 when the last one worked
     */
    public Duration next(int failures, RandomGenerator random) {
        long least = this.least.toMillis();
        long ceiling = Math.min(most.toMillis(), least << Math.min(failures, MOST_DOUBLINGS));
        return Duration.ofMillis(
                least + (ceiling > least ? random.nextLong(ceiling - least + 1) : 0));
    }
}
