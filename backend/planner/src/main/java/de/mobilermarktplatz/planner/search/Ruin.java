package de.mobilermarktplatz.planner.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Adjacent string removal: takes strings of neighbouring calls out of several neighbouring routes.
 * Christiaens, Vanden Berghe: Slack Induction by String Removals, Transportation Science 54(2),
 * 2020, section 5.1. Pick-ups that no call needs any more leave with it.
 */
final class Ruin {
    private static final int AVERAGE_REMOVED = 10;
    private static final int LONGEST_STRING = 10;
    private static final int SPLIT_GROWTH_ONE_IN = 100;

    private final Model model;
    private final Judge judge;
    private final Neighbours neighbours;
    private final SplittableRandom random;
    private final Draft draft;
    private final long[] ruined;
    private final boolean[] leaving;
    private final int[] order;
    private final boolean[] needed;

    Ruin(Model model, Judge judge, Neighbours neighbours, SplittableRandom random) {
        this.model = model;
        this.judge = judge;
        this.neighbours = neighbours;
        this.random = random;
        draft = new Draft(model);
        ruined = new long[model.vans];
        leaving = new boolean[model.nodes];
        order = new int[model.nodes];
        needed = new boolean[model.nodes];
    }

    void ruin(Solution solution, long iteration) {
        int served = model.calls - solution.unservedCount;
        int used = solution.usedVans();
        if (used == 0) {
            return;
        }
        double longest = Math.min(LONGEST_STRING, (double) served / used);
        double mostStrings = 4.0 * AVERAGE_REMOVED / (1 + longest) - 1;
        int strings = (int) (1 + random.nextDouble() * mostStrings);
        int seed = random.nextInt(model.calls);
        for (int call : neighbours.of(seed)) {
            if (strings == 0) {
                return;
            }
            int van = solution.vanOf[call];
            if (van < 0 || ruined[van] == iteration) {
                continue;
            }
            ruined[van] = iteration;
            double limit = Math.min(solution.routes[van].calls, longest);
            removeString(solution, van, call, (int) (1 + random.nextDouble() * limit), iteration);
            strings--;
        }
    }

    private void removeString(Solution solution, int van, int call, int wanted, long iteration) {
        Route route = solution.routes[van];
        int calls = 0;
        int at = 0;
        for (int i = 0; i < route.length; i++) {
            if (model.isCall(route.node[i])) {
                at = route.node[i] == call ? calls : at;
                order[calls++] = route.node[i];
            }
        }
        int size = Math.min(wanted, calls);
        int kept = 0;
        if (size > 1 && size < calls && random.nextBoolean()) {
            kept = 1;
            while (size + kept < calls && random.nextInt(SPLIT_GROWTH_ONE_IN) == 0) {
                kept++;
            }
        }
        int span = size + kept;
        int lowest = Math.max(0, at - span + 1);
        int first = lowest + random.nextInt(Math.min(at, calls - span) - lowest + 1);
        int keepFrom = first + (kept == 0 ? span : 1 + random.nextInt(size - 1));
        for (int i = first; i < first + span; i++) {
            leaving[order[i]] = i < keepFrom || i >= keepFrom + kept;
        }
        remove(solution, van, iteration);
        for (int i = first; i < first + span; i++) {
            leaving[order[i]] = false;
        }
    }

    /** Empties a whole route. */
    void removeAll(Solution solution, int van, long iteration) {
        Route route = solution.routes[van];
        int[] nodes = Arrays.copyOf(route.node, route.length);
        for (int node : nodes) {
            leaving[node] = true;
        }
        remove(solution, van, iteration);
        for (int node : nodes) {
            leaving[node] = false;
        }
    }

    private void remove(Solution solution, int van, long iteration) {
        Route route = solution.own(van, iteration);
        int left = markNeeded(route);
        draft.copyFrom(van, route.node, 0);
        for (int i = 0; i < route.length; i++) {
            int node = route.node[i];
            boolean stays = model.isCall(node) ? !leaving[node] : left > 0 && needed[node];
            if (stays) {
                draft.insert(draft.length, node);
            } else if (model.isCall(node)) {
                drop(solution, node);
            }
        }
        Arrays.fill(needed, model.calls, model.nodes, false);
        long cost = judge.cost(draft);
        if (cost == Judge.BROKEN) {
            // Only where driving breaks the triangle inequality: nothing is lost by starting this
            // route afresh.
            for (int i = 0; i < draft.length; i++) {
                if (model.isCall(draft.node[i])) {
                    drop(solution, draft.node[i]);
                }
            }
            draft.length = 0;
            cost = 0;
        }
        route.assign(model, draft.node, draft.length, cost);
    }

    private int markNeeded(Route route) {
        int left = 0;
        for (int i = 0; i < route.length; i++) {
            int node = route.node[i];
            if (model.isCall(node) && !leaving[node]) {
                left++;
                mark(model.needs[node]);
            }
        }
        mark(model.stock[route.van]);
        return left;
    }

    private void mark(Sources goods) {
        for (int source : goods.node()) {
            if (source != Model.DEPOT) {
                needed[source] = true;
            }
        }
    }

    private static void drop(Solution solution, int call) {
        solution.vanOf[call] = -1;
        solution.unserved[solution.unservedCount++] = call;
    }
}
