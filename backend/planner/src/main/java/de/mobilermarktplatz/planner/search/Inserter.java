package de.mobilermarktplatz.planner.search;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest place for a call, together with the pick-ups its goods still need. O(1) checks
 * come first; the judge has the last word wherever they are not exact.
 */
final class Inserter {
    /**
     * SISR section 5.3: a position is overlooked now and then, so that repairs differ. One in this
     * many.
     */
    private static final int BLINK_ONE_IN = 100;

    private final Model model;
    private final Judge judge;
    private final SplittableRandom random;
    private final Draft draft;
    private final int[] missing;
    private int missingCount;

    private final int[] bestNodes;
    private int bestLength;
    private int bestVan;
    private long bestDelta;

    Inserter(Model model, Judge judge, SplittableRandom random) {
        this.model = model;
        this.judge = judge;
        this.random = random;
        draft = new Draft(model);
        missing = new int[model.nodes];
        bestNodes = new int[model.nodes + 2];
    }

    /**
     * Inserts the call where it costs least; false if it fits nowhere or dropping it is cheaper.
     */
    boolean insert(Solution solution, int call, boolean blink, int maxVans, long iteration) {
        bestVan = -1;
        bestDelta = model.optional[call] ? model.dropCost[call] : Long.MAX_VALUE;
        boolean mayOpen = solution.usedVans() < maxVans;
        for (int van = 0; van < model.vans; van++) {
            Route route = solution.routes[van];
            boolean wanted = model.fixedVan[call] < 0 || model.fixedVan[call] == van;
            if (!wanted || (route.length == 0 && (!mayOpen || hasEmptyTwin(solution, van)))) {
                continue;
            }
            tryRoute(route, call, blink);
        }
        if (bestVan < 0) {
            return false;
        }
        Route route = solution.own(bestVan, iteration);
        route.assign(model, bestNodes, bestLength, route.cost + bestDelta);
        solution.vanOf[call] = bestVan;
        return true;
    }

    private boolean hasEmptyTwin(Solution solution, int van) {
        for (int twin = model.twin[van]; twin < van; twin++) {
            if (model.twin[twin] == model.twin[van] && solution.routes[twin].length == 0) {
                return true;
            }
        }
        return false;
    }

    private void tryRoute(Route route, int call, boolean blink) {
        int van = route.van;
        int from = findMissing(route, call);
        boolean exact = model.simpleTimes && route.onlyDepotGoods && model.needs[call].onlyDepot();
        if (!hasRoom(van, call, exact ? route.depotLoad : null)) {
            return;
        }
        long opening = route.length == 0 ? model.openingCost[van] : 0;
        for (int at = from; at <= route.length; at++) {
            if (blink && random.nextInt(BLINK_ONE_IN) == 0) {
                continue;
            }
            int leave = at == 0 ? model.shiftFrom[van] : route.earliest[at - 1];
            if (leave > model.close[call]) {
                return;
            }
            if (!inTime(route, call, at, leave)) {
                continue;
            }
            long delta = opening + detour(route.van, route.node, route.length, call, at);
            if (delta >= bestDelta) {
                continue;
            }
            draft.copyFrom(van, route.node, route.length);
            draft.insert(at, call);
            if (!exact) {
                delta = judgeWithPickUps(route, at);
            }
            keepIfBetter(delta);
        }
    }

    /**
     * Lists the producers that must be visited too; returns the first position after all that are
     * visited already.
     */
    private int findMissing(Route route, int call) {
        missingCount = 0;
        int from = addMissing(route, model.needs[call], 0);
        return route.length == 0 ? addMissing(route, model.stock[route.van], from) : from;
    }

    private int addMissing(Route route, Sources goods, int from) {
        int first = from;
        for (int source : goods.node()) {
            if (source == Model.DEPOT) {
                continue;
            }
            int at = route.indexOf(source);
            if (at >= 0) {
                first = Math.max(first, at + 1);
            } else if (!isMissing(source)) {
                missing[missingCount++] = source;
            }
        }
        return first;
    }

    private boolean isMissing(int source) {
        for (int i = 0; i < missingCount; i++) {
            if (missing[i] == source) {
                return true;
            }
        }
        return false;
    }

    private boolean hasRoom(int van, int call, int @Nullable [] aboard) {
        int[] total = model.needs[call].total();
        for (int d = 0; d < model.dimensions; d++) {
            if ((long) total[d] + (aboard == null ? 0 : aboard[d]) > model.capacity[van][d]) {
                return false;
            }
        }
        return true;
    }

    private boolean inTime(Route route, int node, int at, int leave) {
        int before = at == 0 ? model.startPlace[route.van] : model.place[route.node[at - 1]];
        int start = Math.max(leave + model.seconds(before, model.place[node]), model.open[node]);
        if (start > model.close[node]) {
            return false;
        }
        int after = at == route.length ? model.endPlace[route.van] : model.place[route.node[at]];
        return start + model.service[node] + model.seconds(model.place[node], after)
                <= route.latest[at];
    }

    private long detour(int van, int[] nodes, int length, int node, int at) {
        int before = at == 0 ? model.startPlace[van] : model.place[nodes[at - 1]];
        int after = at == length ? model.endPlace[van] : model.place[nodes[at]];
        int here = model.place[node];
        long metres = (long) model.metres(before, here) + model.metres(here, after);
        return (length == 0 ? metres : metres - model.metres(before, after)) * model.metreCost[van];
    }

    /**
     * The draft holds the call; adds the missing pick-ups one by one, each where it costs least.
     */
    private long judgeWithPickUps(Route route, int callAt) {
        long cost = judge.cost(draft);
        int call = callAt;
        for (int i = 0; i < missingCount && cost != Judge.BROKEN; i++) {
            cost = addPickUp(route, missing[i], call++, cost);
        }
        return cost == Judge.BROKEN ? Long.MAX_VALUE : cost - route.cost;
    }

    private long addPickUp(Route route, int pickUp, int callAt, long costBefore) {
        long best = Judge.BROKEN;
        int bestAt = -1;
        for (int at = 0; at <= callAt; at++) {
            // Stock is never too late in metres, but early stock earns money: only pure driving may
            // be cut off here.
            long atLeast =
                    costBefore
                            + detour(route.van, draft.node, draft.length, pickUp, at)
                            - route.cost
                            - stockGain(route.van);
            if (atLeast >= bestDelta || (best != Judge.BROKEN && atLeast + route.cost >= best)) {
                continue;
            }
            draft.insert(at, pickUp);
            long cost = judge.cost(draft);
            if (cost < best) {
                best = cost;
                bestAt = at;
            }
            draft.removeAt(at);
        }
        if (bestAt >= 0) {
            draft.insert(bestAt, pickUp);
        }
        return best;
    }

    private long stockGain(int van) {
        return model.stock[van].count() == 0
                ? 0
                : (long) model.calls
                        * model.problem.lateStockCents()
                        * Model.CENT
                        * model.stock[van].count();
    }

    private void keepIfBetter(long delta) {
        if (delta < bestDelta) {
            bestDelta = delta;
            bestVan = draft.van;
            bestLength = draft.length;
            System.arraycopy(draft.node, 0, bestNodes, 0, draft.length);
        }
    }
}
