package de.mobilermarktplatz.platform.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of a demonstration, which can be set so that a whole market day passes in ten minutes.
 */
public interface MovableClock extends InstantSource {

    /**
     * The clock goes on from the given moment, forwards or back, until the process ends or somebody
     * moves it again.
     *
     * @throws IllegalStateException outside DEMO
     */
    void travelTo(Instant moment);

    /** As {@link #travelTo}, and a later start of the process goes on from there. */
    void moveTo(Instant moment);

    /**
     * Remembers how the clock goes now; running the result lets it go exactly like that again, the
     * time that passed meanwhile included.
     */
    Runnable bookmark();

    /** How far this clock is ahead of the machine's own; negative when behind. */
    default Duration ahead() {
        return Duration.ZERO;
    }
}
