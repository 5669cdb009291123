package de.mobilermarktplatz.planner.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Greedy insertion with blinks in one of several orders. SISR section 5.2, with the weights the
 * paper gives for time windows.
 */
final class Recreate {
    private static final int RANDOM = 4;
    private static final int DEMAND = 8;
    private static final int FAR = 10;
    private static final int CLOSE = 11;
    private static final int SHORT_WINDOW = 13;
    private static final int EARLY = 15;
    private static final int LATE = 17;

    private final Model model;
    private final Inserter inserter;
    private final SplittableRandom random;
    private final long[] keys;
    private final long[] demand;

    Recreate(Model model, Inserter inserter, SplittableRandom random) {
        this.model = model;
        this.inserter = inserter;
        this.random = random;
        keys = new long[model.calls];
        demand = new long[model.calls];
        for (int call = 0; call < model.calls; call++) {
            for (int amount : model.needs[call].total()) {
                demand[call] += amount;
            }
        }
    }

    /** The first plan: tight windows first, no blinks. */
    void construct(Solution solution, long iteration) {
        sortAndInsert(solution, CLOSE, false, Integer.MAX_VALUE, iteration);
    }

    void recreate(Solution solution, int maxVans, long iteration) {
        sortAndInsert(solution, random.nextInt(LATE), true, maxVans, iteration);
    }

    private void sortAndInsert(
            Solution solution, int order, boolean blink, int maxVans, long iteration) {
        int count = solution.unservedCount;
        for (int i = 0; i < count; i++) {
            keys[i] = key(solution.unserved[i], order) << 20 | solution.unserved[i];
        }
        Arrays.sort(keys, 0, count);
        solution.unservedCount = 0;
        for (int i = 0; i < count; i++) {
            int call = (int) (keys[i] & 0xFFFFF);
            if (!inserter.insert(solution, call, blink, maxVans, iteration)) {
                solution.unserved[solution.unservedCount++] = call;
            }
        }
    }

    private long key(int call, int order) {
        int home = model.vans == 0 ? model.place[call] : model.startPlace[0];
        if (order < RANDOM) {
            return random.nextInt(1 << 20);
        } else if (order < DEMAND) {
            return (1L << 40) - demand[call];
        } else if (order < FAR) {
            return (1L << 40) - model.metres(home, model.place[call]);
        } else if (order < CLOSE) {
            return model.metres(home, model.place[call]);
        } else if (order < SHORT_WINDOW) {
            return (long) model.close[call] - model.open[call];
        } else if (order < EARLY) {
            return model.open[call];
        }
        return (1L << 40) - model.close[call];
    }
}
