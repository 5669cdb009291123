package de.mobilermarktplatz.planner.search;

/**
 * How often each call was left out. Sums over a solution's unserved calls turn the search to calls
 * that are hard to place (SISR section 5.4). Calls that may be dropped at a price do not count.
 */
final class Absences {
    private final Model model;
    private final long[] times;

    Absences(Model model) {
        this.model = model;
        times = new long[model.calls];
    }

    void count(Solution solution) {
        for (int i = 0; i < solution.unservedCount; i++) {
            times[solution.unserved[i]]++;
        }
    }

    long of(int call) {
        return model.optional[call] ? 0 : model.value[call] * (1 + times[call]);
    }

    long sum(Solution solution) {
        long sum = 0;
        for (int i = 0; i < solution.unservedCount; i++) {
            sum += of(solution.unserved[i]);
        }
        return sum;
    }
}
