package de.mobilermarktplatz.tablet.lock;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Lets the driver in. The wait after wrong PINs grows, counts the running time of this process and
 * begins anew at a restart, so neither a moved clock nor a restart shortens it.
 */
public final class PinLock {
    static final int SHORTEST = 4;
    static final int LONGEST = 6;

    private static final int FREE_TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final PinMemory memory;
    private final RandomGenerator random;
    private final LongSupplier nanos;
    private final int rounds;
    private long waitsSince;

    /**
     * @param nanos running time, such as {@code System::nanoTime}
     */
    public PinLock(PinMemory memory, RandomGenerator random, LongSupplier nanos) {
        this(memory, random, nanos, PinHash.ROUNDS);
    }

    PinLock(PinMemory memory, RandomGenerator random, LongSupplier nanos, int rounds) {
        this.rounds = rounds;
        this.memory = memory;
        this.random = random;
        this.nanos = nanos;
        this.waitsSince = nanos.getAsLong();
    }

    /** What the lock says to a PIN. */
    public sealed interface Verdict {
        record Open() implements Verdict {}

        /**
         * @param pause until the next try counts; zero for at once
         */
        record Wrong(Duration pause) implements Verdict {}

        /** Not even looked at. */
        record TooEarly(Duration pause) implements Verdict {}
    }

    public boolean isChosen() {
        return memory.pin().isPresent();
    }

    /** Why this cannot be a PIN, German; empty when it can. */
    public static String objection(String pin) {
        if (!pin.matches("\\d{%d,%d}".formatted(SHORTEST, LONGEST))) {
            return "Die PIN hat 4 bis 6 Ziffern.";
        }
        if (pin.chars().distinct().count() == 1) {
            return "Bitte nicht lauter gleiche Ziffern.";
        }
        return "0123456789".contains(pin) || "9876543210".contains(pin)
                ? "Bitte keine Ziffern der Reihe nach."
                : "";
    }

    /**
     * @throws IllegalArgumentException when there is an {@link #objection}
     */
    public synchronized void choose(String pin) {
        if (!objection(pin).isEmpty()) {
            throw new IllegalArgumentException("this cannot be a PIN: " + objection(pin));
        }
        memory.keep(PinHash.of(pin, rounds, random));
    }

    public synchronized Verdict check(String pin) {
        var left = waitLeft();
        if (left.isPositive()) {
            return new Verdict.TooEarly(left);
        }
        if (memory.pin().map(kept -> kept.fits(pin)).orElse(false)) {
            if (memory.failures() > 0) {
                memory.failures(0);
            }
            return new Verdict.Open();
        }
        memory.failures(memory.failures() + 1);
        waitsSince = nanos.getAsLong();
        return new Verdict.Wrong(waitLeft());
    }

    /** How long the next try has to wait; zero when it counts now. */
    public synchronized Duration waitLeft() {
        var passed = Duration.ofNanos(nanos.getAsLong() - waitsSince);
        var left = wait(memory.failures()).minus(passed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration wait(int failures) {
        if (failures < FREE_TRIES) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE_TRIES, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
