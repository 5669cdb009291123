package de.mobilermarktplatz.planner.plan;

import java.util.List;

/**
 * One van on the road, with at least one call.
 *
 * @param van index within the problem
 * @param departure when it leaves the start depot, seconds of the day
 * @param returning when it reaches the end depot, seconds of the day
 * @param metres of the whole tour
 */
public record Tour(
        int van,
        String vanId,
        int departure,
        List<Visit> visits,
        List<Break> breaks,
        int returning,
        long metres) {
    public Tour {
        visits = List.copyOf(visits);
        breaks = List.copyOf(breaks);
    }
}
