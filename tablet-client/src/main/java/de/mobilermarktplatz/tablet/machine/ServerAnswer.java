package de.mobilermarktplatz.tablet.machine;

import java.time.Duration;

/** How a request ended. */
public sealed interface ServerAnswer {
    /** Empty when nothing came. */
    default byte[] body() {
        return new byte[0];
    }

    /**
     * @param roundTrip from sending to the last byte
     */
    record Fine(byte[] body, Duration roundTrip) implements ServerAnswer {}

    /** No network, no server, or no answer in time: the same for a van between two hills. */
    record Unreachable(String why) implements ServerAnswer {}

    /**
     * @param body RFC 9457, or CBOR where the protocol says so
     */
    record Refused(int status, byte[] body, Duration roundTrip) implements ServerAnswer {
        public Problem problem() {
            return Problem.read(body);
        }
    }
}
