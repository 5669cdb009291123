package de.mobilermarktplatz.kernel.id;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes version 7 UUIDs (RFC 9562, section 5.7): 48 bits of Unix milliseconds, 12 bits of counter,
 * 62 random bits.
 *
 * <p>Every id of one instance is greater than the one before, also within a millisecond and after
 * the clock was set back (RFC 9562, section 6.2, method 1), because index pages and journals are
 * filled in that order.
 */
public final class UuidV7 {

    private static final int COUNTER_LIMIT = 1 << 12;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private int counter;

    /** The last 64 bits of every id, or 0 if they are drawn anew each time. */
    private final long fixedTail;

    public UuidV7(InstantSource clock, RandomGenerator random) {
        this(clock, random, 0);
    }

    private UuidV7(InstantSource clock, RandomGenerator random, long fixedTail) {
        this.clock = clock;
        this.random = random;
        this.fixedTail = fixedTail;
    }

    /**
     * Ids that pack well beside each other: the random bits are drawn once, the counter starts at
     * zero. For one writer that makes a new instance at every start, such as a tablet's operations;
     * they are unique, but can be guessed.
     */
    public static UuidV7 packable(InstantSource clock, RandomGenerator random) {
        return new UuidV7(clock, random, tail(random));
    }

    /** A fresh id; safe for use by several threads. */
    public synchronized UUID next() {
        long now = clock.millis();
        if (now > lastMillis) {
            startMillisecond(now);
        } else if (++counter == COUNTER_LIMIT) {
            // The counter is full: borrow the next millisecond rather than wait for it.
            startMillisecond(lastMillis + 1);
        }
        long high = lastMillis << 16 | 0x7000L | counter;
        return new UUID(high, fixedTail == 0 ? tail(random) : fixedTail);
    }

    /** Unix milliseconds of a version 7 id. */
    public static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    private void startMillisecond(long millis) {
        lastMillis = millis;
        // The upper half stays free, so that at least 2,048 ids fit before a millisecond is
        // borrowed.
        counter = fixedTail == 0 ? random.nextInt(COUNTER_LIMIT / 2) : 0;
    }

    /** Variant bits 10 and 62 random ones; never 0. */
    private static long tail(RandomGenerator random) {
        return (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
    }
}
