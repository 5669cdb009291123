package de.mobilermarktplatz.planner.plan;

/**
 * One stay of a van. Times are seconds of the day: arrival, start of service, and when it drives on
 * (after a break taken here, if any).
 *
 * @param index of the producer or call within the problem
 * @param metres driven from the place before
 */
public record Visit(
        Kind kind, int index, String id, int arrival, int start, int departure, int metres) {
    public enum Kind {
        PICK_UP,
        CALL
    }
}
