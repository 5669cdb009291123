package de.mobilermarktplatz.payment.domain;

import java.time.Duration;

/** How long to wait before the next try: doubling from one second to ten minutes. */
public final class Pause {

    /**
     * Some two and a half hours of tries: whatever needs longer does not pass by itself. It is
     * tried on all the same, but the office knows, and the nightly proof does not wait for it.
     */
    public static final int MANY_TRIES = 24;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Pause() {}

    /**
     * @param attempts tries so far, from 1
     */
    public static Duration after(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.clamp(attempts - 1L, 0, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
