package de.mobilermarktplatz.planner.search;

import java.util.Arrays;

/**
 * Routes by van and the calls in none of them. An iteration changes copies of routes, so undoing it
 * is cheap.
 */
final class Solution {
    final Model model;
    final Route[] routes;
    final int[] vanOf;
    int[] unserved;
    int unservedCount;

    Solution(Model model) {
        this.model = model;
        routes = new Route[model.vans];
        Arrays.setAll(routes, van -> new Route(model, van));
        vanOf = new int[model.calls];
        Arrays.fill(vanOf, -1);
        unserved = new int[model.calls];
        Arrays.setAll(unserved, c -> c);
        unservedCount = model.calls;
    }

    private Solution(Solution other) {
        model = other.model;
        routes = other.routes.clone();
        vanOf = other.vanOf.clone();
        unserved = other.unserved.clone();
        unservedCount = other.unservedCount;
    }

    Solution copy() {
        return new Solution(this);
    }

    void become(Solution other) {
        System.arraycopy(other.routes, 0, routes, 0, routes.length);
        System.arraycopy(other.vanOf, 0, vanOf, 0, vanOf.length);
        System.arraycopy(other.unserved, 0, unserved, 0, other.unservedCount);
        unservedCount = other.unservedCount;
    }

    /** The route of a van, ready to be changed in this iteration. */
    Route own(int van, long iteration) {
        if (routes[van].owner != iteration) {
            routes[van] = routes[van].copyFor(iteration);
        }
        return routes[van];
    }

    /** Cost of all routes, and of the optional calls left out. */
    long cost() {
        long cost = 0;
        for (Route route : routes) {
            cost += route.cost;
        }
        for (int i = 0; i < unservedCount; i++) {
            cost += model.dropCost[unserved[i]];
        }
        return cost;
    }

    long unservedValue() {
        long sum = 0;
        for (int i = 0; i < unservedCount; i++) {
            sum += model.optional[unserved[i]] ? 0 : model.value[unserved[i]];
        }
        return sum;
    }

    int usedVans() {
        int used = 0;
        for (Route route : routes) {
            used += route.length > 0 ? 1 : 0;
        }
        return used;
    }
}
