package de.mobilermarktplatz.endtoend;

import java.time.Duration;

/**
 * What the mobile network does to every connection that is opened from now on.
 *
 * @param bytesPerSecond in each direction, 0 for as fast as it goes
 * @param latency before the first byte of each piece, each way
 */
record Weather(String name, Trouble trouble, int bytesPerSecond, Duration latency) {

    /** What goes wrong, apart from being slow. */
    enum Trouble {
        NONE,
        /** The connection is reset after a few hundred bytes up; each time at another byte. */
        RESET_GOING_UP,
        /** The same while the answer comes down. */
        RESET_COMING_DOWN,
        /** Everything is taken and nothing ever comes back. */
        BLACKHOLE,
        /** The connection opens, and nobody reads. */
        HALF_OPEN,
        /** The backend gets the request and answers; the answer is thrown away. */
        ANSWER_SWALLOWED,
        /** The backend gets each request a second time, a little later. */
        REQUEST_REPLAYED,
        /**
         * The answer's headers come, then nothing: the connection stays open for ever, also when
         * the line is good again.
         */
        HEADERS_THEN_SILENCE,
        /** One answer comes cut off in its middle, with a clean end of the connection. */
        ANSWER_CUT_OFF
    }

    static Weather fine() {
        return new Weather("fine", Trouble.NONE, 0, Duration.ZERO);
    }

    static Weather of(Trouble trouble) {
        return new Weather(trouble.name(), trouble, 0, Duration.ofMillis(5));
    }

    /** A few bytes at a time, for ever. */
    static Weather trickle() {
        return new Weather("TRICKLE", Trouble.NONE, 400, Duration.ofMillis(50));
    }

    /** The edge of a village: 64 kbit/s and a third of a second there and back. */
    static Weather edge() {
        return new Weather("EDGE", Trouble.NONE, 8_000, Duration.ofMillis(150));
    }
}
