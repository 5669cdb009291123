package de.mobilermarktplatz.planner.plan;

import java.util.Comparator;

/**
 * How good a plan is, in levels: first the value left unserved, then vans, then cost.
 *
 * @param unservedValue sum of the values of unserved calls that are not optional
 * @param vans used vans; 0 if the problem does not put vans first
 * @param cents kilometres, minutes, days, prices of dropped calls; rounded half up
 */
public record Objective(long unservedValue, int vans, long cents) implements Comparable<Objective> {
    private static final Comparator<Objective> LEVELS =
            Comparator.comparingLong(Objective::unservedValue)
                    .thenComparingInt(Objective::vans)
                    .thenComparingLong(Objective::cents);

    @Override
    public int compareTo(Objective other) {
        return LEVELS.compare(this, other);
    }
}
