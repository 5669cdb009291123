package de.mobilermarktplatz.planner.cli;

/**
 * How distances of benchmark files are measured and plans compared. Results of the two are never
 * mixed.
 */
enum Convention {
    /**
     * DIMACS 2022: distances cut off after one decimal, total distance counts, vehicles are free.
     */
    DIMACS_DISTANCE("dimacs-distance", 10, false),
    /** SINTEF TOP: exact distances, fewer vehicles first, then distance. */
    SINTEF_VEHICLES_FIRST("sintef-vehicles-first", 10_000, true),
    /** Our own files: whole metres and seconds. */
    OWN("own", 1, true);

    final String label;

    /** Whole units per unit of the file. */
    final int scale;

    final boolean vansFirst;

    Convention(String label, int scale, boolean vansFirst) {
        this.label = label;
        this.scale = scale;
        this.vansFirst = vansFirst;
    }

    /** Rounding times up keeps a plan feasible for exact distances too. */
    int travel(double distance) {
        return (int)
                (this == DIMACS_DISTANCE
                        ? Math.floor(distance * scale)
                        : Math.ceil(distance * scale - 1e-6));
    }

    static Convention named(String label) {
        for (Convention convention : values()) {
            if (convention.label.equals(label)) {
                return convention;
            }
        }
        throw new IllegalArgumentException(
                "No convention %s; there are dimacs-distance and sintef-vehicles-first"
                        .formatted(label));
    }
}
