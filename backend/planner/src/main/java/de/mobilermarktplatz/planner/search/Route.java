package de.mobilermarktplatz.planner.search;

import java.util.Arrays;

/**
 * The nodes of one van with what O(1) checks need. Changed only in the iteration that owns it;
 * committed routes are shared between the current and the best solution.
 */
final class Route {
    final int van;
    int[] node;
    int length;
    int calls;
    long cost;

    /**
     * Earliest possible departure after each position and latest possible start at it, breaks left
     * aside.
     */
    int[] earliest;

    int[] latest;

    /**
     * Total of the goods aboard from the depot, per dimension; only kept if nothing else is aboard.
     */
    int[] depotLoad;

    boolean onlyDepotGoods = true;
    long owner = -1;

    Route(Model model, int van) {
        this.van = van;
        node = new int[8];
        earliest = new int[8];
        latest = new int[9];
        depotLoad = new int[model.dimensions];
        latest[0] = model.shiftTo[van];
    }

    private Route(Route other) {
        van = other.van;
        node = Arrays.copyOf(other.node, other.length + 4);
        earliest = Arrays.copyOf(other.earliest, other.length + 4);
        latest = Arrays.copyOf(other.latest, other.length + 5);
        depotLoad = other.depotLoad.clone();
        onlyDepotGoods = other.onlyDepotGoods;
        length = other.length;
        calls = other.calls;
        cost = other.cost;
    }

    Route copyFor(long iteration) {
        var copy = new Route(this);
        copy.owner = iteration;
        return copy;
    }

    void assign(Model model, int[] nodes, int size, long newCost) {
        if (node.length < size) {
            node = new int[size + 8];
            earliest = new int[size + 8];
            latest = new int[size + 9];
        }
        System.arraycopy(nodes, 0, node, 0, size);
        length = size;
        cost = newCost;
        refresh(model);
    }

    private void refresh(Model model) {
        calls = 0;
        Arrays.fill(depotLoad, 0);
        onlyDepotGoods = model.stock[van].count() == 0;
        int at = model.startPlace[van];
        int clock = model.shiftFrom[van];
        for (int i = 0; i < length; i++) {
            int current = node[i];
            if (model.isCall(current)) {
                calls++;
                onlyDepotGoods &= model.needs[current].onlyDepot();
                for (int d = 0; d < depotLoad.length; d++) {
                    depotLoad[d] += model.needs[current].total()[d];
                }
            }
            int start =
                    Math.max(clock + model.seconds(at, model.place[current]), model.open[current]);
            clock = start + model.service[current];
            earliest[i] = clock;
            at = model.place[current];
        }
        int next = model.endPlace[van];
        int limit = model.shiftTo[van];
        latest[length] = limit;
        for (int i = length - 1; i >= 0; i--) {
            int current = node[i];
            int leave = limit - model.seconds(model.place[current], next) - model.service[current];
            limit = Math.min(model.close[current], leave);
            latest[i] = limit;
            next = model.place[current];
        }
    }

    int indexOf(int wanted) {
        for (int i = 0; i < length; i++) {
            if (node[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
