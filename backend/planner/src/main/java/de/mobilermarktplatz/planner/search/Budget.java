package de.mobilermarktplatz.planner.search;

/**
 * How long to search: after so many iterations, or so many CPU milliseconds of the searching
 * thread, whichever is first. 0 means no such bound; at least one must be set. Only a budget of
 * iterations alone gives the same plan again.
 */
public record Budget(long iterations, long cpuMillis) {
    public Budget {
        if (iterations < 0 || cpuMillis < 0 || (iterations == 0 && cpuMillis == 0)) {
            throw new IllegalArgumentException(
                    "A budget needs iterations or CPU milliseconds: %d, %d"
                            .formatted(iterations, cpuMillis));
        }
    }

    public static Budget ofIterations(long iterations) {
        return new Budget(iterations, 0);
    }

    public static Budget ofCpuMillis(long cpuMillis) {
        return new Budget(0, cpuMillis);
    }
}
