package de.mobilermarktplatz.simulation.disk;

/** The tablet's program ends here and now; thrown through whatever it was doing. */
public final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean power;

    /**
     * @param power whether the whole machine lost power, and with it what was not synced
     */
    public Died(boolean power) {
        super(power ? "power cut" : "killed", null, false, false);
        this.power = power;
    }

    public boolean power() {
        return power;
    }
}
