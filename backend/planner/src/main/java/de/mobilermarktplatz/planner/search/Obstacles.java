package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Unserved.Obstacle;
import de.mobilermarktplatz.planner.plan.Unserved.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries an unserved call on every van and notes the rule that stood against the attempt that got
 * furthest.
 */
final class Obstacles {
    private final Model model;
    private final Judge judge;
    private final Draft draft;

    Obstacles(Model model, Judge judge) {
        this.model = model;
        this.judge = judge;
        draft = new Draft(model);
    }

    List<Obstacle> of(Solution solution, int call) {
        var found = new ArrayList<Obstacle>();
        for (int van = 0; van < model.vans; van++) {
            found.add(
                    new Obstacle(
                            model.problem.vans().get(van).id(),
                            reason(solution.routes[van], call)));
        }
        return found;
    }

    private Reason reason(Route route, int call) {
        if (model.fixedVan[call] >= 0 && model.fixedVan[call] != route.van) {
            return Reason.FIXED_TO_OTHER_VAN;
        }
        for (int d = 0; d < model.dimensions; d++) {
            if (model.needs[call].total()[d] > model.capacity[route.van][d]) {
                return Reason.VAN_TOO_SMALL;
            }
        }
        Reason furthest = Reason.VAN_TOO_SMALL;
        for (int at = 0; at <= route.length; at++) {
            @Nullable Reason broken = attempt(route, call, at);
            if (broken == null) {
                return Reason.DEARER_THAN_DROPPING;
            }
            furthest = broken.compareTo(furthest) > 0 ? broken : furthest;
        }
        return furthest;
    }

    private @Nullable Reason attempt(Route route, int call, int at) {
        draft.copyFrom(route.van, route.node, route.length);
        draft.insert(at, call);
        long cost = judge.cost(draft);
        @Nullable Reason reason = draft.broken;
        if (cost == Judge.BROKEN) {
            return reason;
        }
        int callAt = at;
        for (int source : model.needs[call].node()) {
            if (source != Model.DEPOT && route.indexOf(source) < 0) {
                reason = addPickUp(source, callAt++);
                if (reason != null) {
                    return reason;
                }
            }
        }
        return null;
    }

    private @Nullable Reason addPickUp(int source, int callAt) {
        Reason furthest = Reason.VAN_TOO_SMALL;
        for (int at = callAt; at >= 0; at--) {
            draft.insert(at, source);
            if (judge.cost(draft) != Judge.BROKEN) {
                return null;
            }
            Reason broken = draft.broken;
            if (broken != null && broken.compareTo(furthest) > 0) {
                furthest = broken;
            }
            draft.removeAt(at);
        }
        return furthest;
    }
}
