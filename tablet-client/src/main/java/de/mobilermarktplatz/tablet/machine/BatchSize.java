package de.mobilermarktplatz.tablet.machine;

import java.time.Duration;

/**
 * How many bytes of entries go into one upload. Starts at about one second of a slow village
 * network and follows what the network shows: twice as much after a quick answer, half after a
 * failure.
 *
 * @param bytes from {@link #LEAST} to {@link #MOST}
 */
public record BatchSize(int bytes) {
    static final int LEAST = 2 * 1024;
    static final int START = 8 * 1024;
    static final int MOST = 64 * 1024;

    static final BatchSize FIRST = new BatchSize(START);

    private static final Duration QUICK = Duration.ofMillis(1_500);

    BatchSize answered(Duration took) {
        return took.compareTo(QUICK) < 0 ? new BatchSize(Math.min(MOST, bytes * 2)) : this;
    }

    BatchSize afterFailure() {
        return new BatchSize(Math.max(LEAST, bytes / 2));
    }
}
