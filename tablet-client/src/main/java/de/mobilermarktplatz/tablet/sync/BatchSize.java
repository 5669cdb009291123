package de.mobilermarktplatz.tablet.sync;

import java.time.Duration;

/**
 * How many bytes of entries go into one upload. Starts at about one second of a slow village
 * network and follows what the network shows: twice as much after a quick answer, half after a
 * failure.
 */
final class BatchSize {
    static final int LEAST = 2 * 1024;
    static final int START = 8 * 1024;
    static final int MOST = 64 * 1024;

    private static final Duration QUICK = Duration.ofMillis(1_500);

    private int bytes = START;

    int bytes() {
        return bytes;
    }

    void answered(Duration took) {
        bytes = took.compareTo(QUICK) < 0 ? Math.min(MOST, bytes * 2) : bytes;
    }

    void failed() {
        bytes = Math.max(LEAST, bytes / 2);
    }
}
