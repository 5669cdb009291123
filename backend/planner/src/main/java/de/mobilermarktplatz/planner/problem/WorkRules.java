package de.mobilermarktplatz.planner.problem;

/**
 * Drivers' hours in seconds; 0 switches a rule off. The shift is counted from leaving the start
 * depot to reaching the end depot, breaks and waiting included, so it errs on the driver's side.
 *
 * @param maxShiftSeconds longest shift
 * @param breakAfterSeconds longest stretch without a break
 * @param breakSeconds how long one break must be
 */
public record WorkRules(int maxShiftSeconds, int breakAfterSeconds, int breakSeconds) {
    /**
     * ArbZG section 3 (at most 10 h) and section 4 (30 min; never more than 6 h without a break).
     */
    public static final WorkRules ARBZG = new WorkRules(36_000, 21_600, 1_800);

    public static final WorkRules NONE = new WorkRules(0, 0, 0);

    public WorkRules {
        if (maxShiftSeconds < 0 || breakAfterSeconds < 0 || breakSeconds < 0) {
            throw new IllegalArgumentException(
                    "Work rules are never negative; 0 switches a rule off");
        }
    }

    public boolean hasBreaks() {
        return breakAfterSeconds > 0;
    }
}
