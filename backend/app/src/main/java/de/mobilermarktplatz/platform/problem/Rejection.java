package de.mobilermarktplatz.platform.problem;

import java.util.Map;

/** An expected refusal: a value of the domain, put into words by {@link ProblemWriter}. */
public interface Rejection {

    /**
     * Last part of the problem's type and first part of its texts' keys, for example {@code
     * cut-off-passed}.
     */
    String slug();

    /** Filled into the texts; integers, strings and dates only. */
    default Map<String, Object> parameters() {
        return Map.of();
    }
}
