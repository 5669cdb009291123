package de.mobilermarktplatz.tablet.machine;

import org.jspecify.annotations.Nullable;

/**
 * How the line does.
 *
 * @param calm exchanges in a row that went well; below zero after a batch that overtook another
 * @param failures tries in a row that failed
 * @param restUntil no try before, monotonic milliseconds
 * @param trouble German; what keeps the line from working though the server answers, or null
 * @param shut whether the server holds back what this tablet sends, so that tries are rare
 */
public record Health(
        int calm, int failures, long restUntil, @Nullable String trouble, boolean shut) {
    static final Health FRESH = new Health(0, 0, Long.MIN_VALUE, null, false);

    /** So many exchanges go alone after one batch overtook another. */
    static final int ALONE_AFTER_OVERTAKING = 8;

    Health worked() {
        return new Health(calm + 1, 0, Long.MIN_VALUE, null, false);
    }

    Health failed(@Nullable String why, boolean shutNow, long rest) {
        return new Health(0, failures + 1, rest, why, shutNow);
    }

    /** Answered, and yet not in anybody's books. */
    Health apart(String why) {
        return new Health(0, 0, Long.MIN_VALUE, why, true);
    }

    /** Answered; what kept the entries out of the books goes on. */
    Health still() {
        return new Health(0, 0, Long.MIN_VALUE, trouble, shut);
    }

    Health overtaken() {
        return new Health(-ALONE_AFTER_OVERTAKING, failures, restUntil, trouble, shut);
    }

    Health rested() {
        return new Health(calm, failures, Long.MIN_VALUE, trouble, shut);
    }
}
