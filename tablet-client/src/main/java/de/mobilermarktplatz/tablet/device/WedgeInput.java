package de.mobilermarktplatz.tablet.device;

import java.util.Optional;

/**
 * Tells a keyboard-wedge scanner from a person by its pace: a scanner sends a whole code and then
 * Enter or Tab faster than any hand types. A hiccup of the machine in the middle is forgiven,
 * because the pace of the whole code counts. What is too slow, too short or too long is typing and
 * left alone: a wrong code is worse than none. Not safe for several threads.
 */
public final class WedgeInput {
    /** Scanners send a key every 1 to 30 ms; hands need 80 ms and more. */
    static final long SLOWEST_PACE_NANOS = 50_000_000;

    /** After such a pause something new begins. */
    static final long LONGEST_GAP_NANOS = 300_000_000;

    /** Crate labels have six characters, the shortest article number eight. */
    static final int FEWEST_CHARACTERS = 6;

    /** A pick-up code has about 180. */
    static final int MOST_CHARACTERS = 400;

    private final StringBuilder burst = new StringBuilder();
    private long firstNanos;
    private long lastNanos;

    /**
     * A character key went down.
     *
     * @param nanos of a clock that never goes back
     * @return whether it begins something new; the field it goes to is still untouched by a scan
     */
    public boolean typed(char key, long nanos) {
        boolean first = burst.isEmpty() || nanos - lastNanos > LONGEST_GAP_NANOS;
        if (first) {
            burst.setLength(0);
            firstNanos = nanos;
        }
        if (burst.length() <= MOST_CHARACTERS) {
            burst.append(key);
        }
        lastNanos = nanos;
        return first;
    }

    /** Enter or Tab went down: a scan if everything before it came fast enough. */
    public Optional<Scan> ended(long nanos) {
        var text = burst.toString();
        boolean fast = isFast(nanos) && nanos - lastNanos <= LONGEST_GAP_NANOS;
        burst.setLength(0);
        return fast && text.length() >= FEWEST_CHARACTERS && text.length() <= MOST_CHARACTERS
                ? Optional.of(Scan.of(text))
                : Optional.empty();
    }

    /** Whether a key that comes now continues at least two that came at a scanner's pace. */
    public boolean isInBurst(long nanos) {
        return burst.length() > 1 && isFast(nanos);
    }

    private boolean isFast(long nanos) {
        return nanos - firstNanos <= SLOWEST_PACE_NANOS * burst.length();
    }
}
