package de.mobilermarktplatz.tablet.machine;

import java.time.Duration;

/** The way to the server. A missing network is an answer. */
@FunctionalInterface
public interface Network {
    /** The longest that {@link #send} may take, from connecting to the last byte. */
    Duration LONGEST = Duration.ofSeconds(35);

    ServerAnswer send(Request request);
}
