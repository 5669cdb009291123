package de.mobilermarktplatz.planner.plan;

import java.util.List;

/**
 * A checked answer to a problem: tours by van index, and every call that is in none of them by call
 * index.
 */
public record Plan(List<Tour> tours, List<Unserved> unserved, Objective objective) {
    public Plan {
        tours = List.copyOf(tours);
        unserved = List.copyOf(unserved);
    }

    public long metres() {
        return tours.stream().mapToLong(Tour::metres).sum();
    }
}
