package de.mobilermarktplatz.planner.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * For each call all calls, nearest first; two calls are as near as their stops or their nearest
 * producers are.
 */
final class Neighbours {
    private static final int MOST = 1_000;

    private final int[][] sorted;

    Neighbours(Model model) {
        sorted = new int[model.calls][];
        for (int call = 0; call < model.calls; call++) {
            long[] keys = new long[model.calls];
            for (int other = 0; other < model.calls; other++) {
                long distance = call == other ? -1 : distance(model, call, other);
                keys[other] = (distance + 1) << 20 | other;
            }
            Arrays.sort(keys);
            sorted[call] =
                    IntStream.range(0, Math.min(MOST, model.calls))
                            .map(i -> (int) (keys[i] & 0xFFFFF))
                            .toArray();
        }
    }

    private static long distance(Model model, int a, int b) {
        long nearest = model.metres(model.place[a], model.place[b]);
        for (int from : model.needs[a].node()) {
            for (int other : model.needs[b].node()) {
                // A shared producer says nothing about where the calls are; then the stops decide.
                if (from >= 0 && other >= 0 && from != other) {
                    nearest =
                            Math.min(nearest, model.metres(model.place[from], model.place[other]));
                }
            }
        }
        return nearest;
    }

    int[] of(int call) {
        return sorted[call];
    }
}
