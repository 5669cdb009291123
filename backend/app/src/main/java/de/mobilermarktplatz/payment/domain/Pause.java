package de.mobilermarktplatz.payment.domain;

import java.time.Duration;

/** How long to wait before the next try: doubling from one second to ten minutes. */
public final class Pause {

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
