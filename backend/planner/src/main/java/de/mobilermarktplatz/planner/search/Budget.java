package de.mobilermarktplatz.planner.search;

/**
 * How long to search: after so many iterations, or so many CPU milliseconds, whichever is first. 0
 * means no such bound; at least one must be set. Only a budget of iterations alone gives the same
 * plan again.
 *
 * @param wholeProcess count the CPU time of all threads (compiler and garbage collector too), not
 *     only of the searching one
 */
public record Budget(long iterations, long cpuMillis, boolean wholeProcess) {
    public Budget {
        if (iterations < 0 || cpuMillis < 0 || (iterations == 0 && cpuMillis == 0)) {
            throw new IllegalArgumentException(
                    "A budget needs iterations or CPU milliseconds: %d, %d"
                            .formatted(iterations, cpuMillis));
        }
    }

    public static Budget ofIterations(long iterations) {
        return new Budget(iterations, 0, false);
    }

    public static Budget ofCpuMillis(long cpuMillis) {
        return new Budget(0, cpuMillis, false);
    }

    /** For a command line that must answer for everything it uses. */
    public static Budget ofProcessCpuMillis(long cpuMillis) {
        return new Budget(0, cpuMillis, true);
    }
}
