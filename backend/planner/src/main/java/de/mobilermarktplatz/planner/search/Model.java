package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.problem.Call;
import de.mobilermarktplatz.planner.problem.Load;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.planner.problem.Producer;
import de.mobilermarktplatz.planner.problem.Van;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A problem as plain arrays. Nodes 0..calls-1 are calls, the rest producers. Costs are counted in
 * 1/60,000 cent, so that cents per kilometre times metres and cents per minute times seconds both
 * stay whole numbers.
 */
final class Model {
    static final long CENT = 60_000;
    static final int DEPOT = -1;

    /** Outweighs any cost of a day (1.6 million euros) and keeps a thousand vans within a long. */
    private static final long VAN_LEVEL = 10_000_000_000_000L;

    final Problem problem;
    final int calls;
    final int nodes;
    final int vans;
    final int places;
    final int[] place;
    final int[] open;
    final int[] close;
    final int[] service;
    final int[] crateSeconds;
    final int[] value;
    final long[] dropCost;
    final boolean[] optional;
    final int[] fixedVan;

    /** Dimensions of capacity that anything in this problem uses. */
    final int dimensions;

    /**
     * Per call: producer nodes (or {@link #DEPOT}), and for each of them the amounts and the
     * crates.
     */
    final Sources[] needs;

    final Sources[] stock;
    final int[][] capacity;
    final int[] metreCost;
    final int[] secondCost;
    final long[] openingCost;
    final int[] startPlace;
    final int[] endPlace;
    final int[] shiftFrom;
    final int[] shiftTo;

    /** The first van that is like this one in everything but its name. */
    final int[] twin;

    /** Times follow from windows and driving alone: O(1) checks of an insertion are exact. */
    final boolean simpleTimes;

    private final int[] seconds;
    private final int[] metres;

    Model(Problem problem) {
        this.problem = problem;
        calls = problem.calls().size();
        nodes = calls + problem.producers().size();
        vans = problem.vans().size();
        places = problem.travel().places();
        place = new int[nodes];
        open = new int[nodes];
        close = new int[nodes];
        service = new int[nodes];
        crateSeconds = new int[nodes];
        value = new int[calls];
        dropCost = new long[calls];
        optional = new boolean[calls];
        fixedVan = new int[calls];
        needs = new Sources[calls];
        stock = new Sources[vans];
        capacity = new int[vans][];
        metreCost = new int[vans];
        secondCost = new int[vans];
        openingCost = new long[vans];
        startPlace = new int[vans];
        endPlace = new int[vans];
        shiftFrom = new int[vans];
        shiftTo = new int[vans];
        twin = new int[vans];
        seconds = new int[places * places];
        metres = new int[places * places];
        for (int i = 0; i < places * places; i++) {
            seconds[i] = problem.travel().seconds(i / places, i % places);
            metres[i] = problem.travel().metres(i / places, i % places);
        }
        int[] used = usedDimensions(problem);
        dimensions = used.length;
        var vanIndex = new HashMap<String, Integer>();
        for (int v = 0; v < vans; v++) {
            vanIndex.put(problem.vans().get(v).id(), v);
        }
        var nodeOf = new HashMap<String, Integer>();
        for (int p = 0; p < problem.producers().size(); p++) {
            nodeOf.put(problem.producers().get(p).id(), calls + p);
            producer(calls + p, problem.producers().get(p));
        }
        for (int c = 0; c < calls; c++) {
            call(c, problem.calls().get(c), vanIndex);
            needs[c] = new Sources(problem.calls().get(c).goods(), nodeOf, used);
        }
        for (int v = 0; v < vans; v++) {
            van(v, problem.vans().get(v), used);
            stock[v] = new Sources(problem.vans().get(v).stock(), nodeOf, used);
            twin[v] = firstLike(v);
        }
        simpleTimes = isSimple();
    }

    private static int[] usedDimensions(Problem problem) {
        boolean[] used = new boolean[Load.DIMENSIONS];
        problem.calls().forEach(call -> call.goods().forEach(goods -> mark(goods.load(), used)));
        problem.vans().forEach(van -> van.stock().forEach(goods -> mark(goods.load(), used)));
        return IntStream.range(0, Load.DIMENSIONS).filter(d -> used[d]).toArray();
    }

    private static void mark(Load load, boolean[] used) {
        for (int d = 0; d < Load.DIMENSIONS; d++) {
            used[d] |= load.amount(d) > 0;
        }
    }

    private void producer(int node, Producer producer) {
        place[node] = producer.place();
        open[node] = producer.earliestStart();
        close[node] = producer.latestStart();
        service[node] = producer.fixedSeconds();
        crateSeconds[node] = producer.secondsPerCrate();
    }

    private void call(int node, Call call, Map<String, Integer> vanIndex) {
        place[node] = call.place();
        open[node] = call.earliestStart();
        close[node] = call.latestStart();
        service[node] = call.dwellSeconds();
        value[node] = call.value();
        optional[node] = call.optional();
        dropCost[node] = call.dropCents() * CENT;
        fixedVan[node] = vanIndex.getOrDefault(call.fixedVan(), -1);
    }

    private void van(int v, Van van, int[] used) {
        capacity[v] = new int[used.length];
        for (int d = 0; d < used.length; d++) {
            capacity[v][d] = van.capacity().amount(used[d]);
        }
        metreCost[v] = van.centsPerKm() * 60;
        secondCost[v] = van.centsPerMinute() * 1_000;
        openingCost[v] = van.centsPerDay() * CENT + (problem.vansFirst() ? VAN_LEVEL : 0);
        startPlace[v] = van.startPlace();
        endPlace[v] = van.endPlace();
        shiftFrom[v] = van.shiftFrom();
        shiftTo[v] = van.shiftTo();
    }

    private int firstLike(int v) {
        List<Van> all = problem.vans();
        for (int other = 0; other < v; other++) {
            if (renamed(all.get(other)).equals(renamed(all.get(v)))
                    && !isFixed(other)
                    && !isFixed(v)) {
                return other;
            }
        }
        return v;
    }

    private static Van renamed(Van van) {
        return new Van(
                "any",
                van.startPlace(),
                van.endPlace(),
                van.shiftFrom(),
                van.shiftTo(),
                van.capacity(),
                van.centsPerKm(),
                van.centsPerMinute(),
                van.centsPerDay(),
                van.stock());
    }

    private boolean isFixed(int van) {
        for (int fixed : fixedVan) {
            if (fixed == van) {
                return true;
            }
        }
        return false;
    }

    private boolean isSimple() {
        boolean simple = !problem.rules().hasBreaks() && problem.rules().maxShiftSeconds() == 0;
        for (int cost : secondCost) {
            simple &= cost == 0;
        }
        for (int perCrate : crateSeconds) {
            simple &= perCrate == 0;
        }
        for (Sources goods : stock) {
            simple &= goods.count() == 0;
        }
        return simple;
    }

    boolean isCall(int node) {
        return node < calls;
    }

    int seconds(int fromPlace, int toPlace) {
        return seconds[fromPlace * places + toPlace];
    }

    int metres(int fromPlace, int toPlace) {
        return metres[fromPlace * places + toPlace];
    }
}
