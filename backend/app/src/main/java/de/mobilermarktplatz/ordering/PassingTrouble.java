package de.mobilermarktplatz.ordering;

import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.Set;
import reactor.util.retry.Retry;

/** Failures that are gone when the same idempotent step is tried again. */
final class PassingTrouble {
    private PassingTrouble() {}

    private static final int TRIES = 6;

    /** Serialization failure, deadlock, server going down or coming up (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("40001", "40P01", "57P01", "57P02", "57P03");

    /**
     * Class 08: the connection broke. The step may have happened; its idempotency key finds out.
     */
    private static final String CONNECTION = "08";

    static Retry again() {
        return Retry.backoff(TRIES, Duration.ofMillis(10))
                .maxBackoff(Duration.ofMillis(400))
                .jitter(0.7)
                .filter(PassingTrouble::passes)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    private static boolean passes(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException failure && failure.getSqlState() != null) {
                String state = failure.getSqlState();
                return STATES.contains(state) || state.startsWith(CONNECTION);
            }
        }
        return false;
    }
}
