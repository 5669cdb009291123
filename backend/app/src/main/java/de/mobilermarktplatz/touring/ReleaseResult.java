package de.mobilermarktplatz.touring;

import java.util.List;

/** What became of the wish to release a day. */
public sealed interface ReleaseResult {

    /**
     * @param tours how many are fixed now
     */
    record Released(int tours) implements ReleaseResult {}

    /** Nothing has changed; never empty, the worst first. */
    record Refused(List<ReleaseObstacle> obstacles) implements ReleaseResult {
        public Refused {
            obstacles = List.copyOf(obstacles);
        }
    }
}
