package de.mobilermarktplatz.stripesimulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The configured clock plus what the control API moved it by. */
final class Time implements InstantSource {

    private final InstantSource clock;
    private volatile Duration offset = Duration.ZERO;

    Time(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(offset);
    }

    void setOffset(Duration offset) {
        this.offset = offset;
    }
}
