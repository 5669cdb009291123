package de.mobilermarktplatz.simulation.world;

/** An invariant does not hold. */
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String invariant;

    /**
     * @param invariant its name, such as {@code I2}
     */
    public Broken(String invariant, String what) {
        super(invariant + ": " + what);
        this.invariant = invariant;
    }

    public String invariant() {
        return invariant;
    }

    public static void unless(boolean holds, String invariant, String what) {
        if (!holds) {
            throw new Broken(invariant, what);
        }
    }
}
