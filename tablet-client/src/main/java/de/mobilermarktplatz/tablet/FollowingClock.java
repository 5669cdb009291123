package de.mobilermarktplatz.tablet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The tablet's wall clock. At a DEMO server, whose clock people move, it follows that one; at a
 * LIVE server it is only ever the tablet's own, because entries say when the tablet believed they
 * were made.
 */
final class FollowingClock implements InstantSource {
    private final InstantSource own;
    private volatile Duration ahead = Duration.ZERO;

    FollowingClock(InstantSource own) {
        this.own = own;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead);
    }

    /**
     * @param lag server time minus the tablet's own
     */
    void follow(Duration lag) {
        ahead = lag;
    }

    /** Goes on from the server's time. */
    void follow(Instant serverTime) {
        follow(Duration.between(own.instant(), serverTime));
    }
}
