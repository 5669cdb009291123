package de.mobilermarktplatz.touring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The latest planning of a market day.
 *
 * @param percent of the time that it may take, 0 to 100
 * @param startedBy name of whoever asked for it
 * @param startedAt orders placed after this are not part of the plan
 */
public record PlanRun(
        UUID id, LocalDate day, State state, int percent, String startedBy, Instant startedAt) {

    /** What became of it. */
    public enum State {
        RUNNING,
        /** The tours of the day are its result, as drafts. */
        DONE,
        /** Something unexpected; the drafts of before are untouched. */
        FAILED,
        /** Somebody stopped it; the drafts of before are untouched. */
        CANCELLED
    }

    public boolean running() {
        return state == State.RUNNING;
    }
}
