package de.mobilermarktplatz.planner.problem;

/**
 * The compartments of a van; goods of one class only ever ride in the compartment of that class.
 */
public enum ColdClass {
    AMBIENT(0),
    CHILLED(3),
    FROZEN(6);

    /** Where the three measures of this class begin within a {@link Load}. */
    final int offset;

    ColdClass(int offset) {
        this.offset = offset;
    }
}
