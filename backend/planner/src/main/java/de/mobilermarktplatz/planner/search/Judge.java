package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Unserved.Reason;
import java.util.List;

/** The one exact judge of a route: all rules in turn, then the cost. O(length of the route). */
final class Judge {
    static final long BROKEN = Long.MAX_VALUE;

    private final Model model;
    private final List<RouteRule> rules;
    private final Timetable timetable;

    Judge(Model model) {
        this.model = model;
        timetable = new Timetable(model);
        rules = List.of(new GoodsAboard(model), new Loading(model), timetable);
    }

    /** The cost of the draft, or {@link #BROKEN} and the rule in {@code draft.broken}. */
    long cost(Draft draft) {
        for (RouteRule rule : rules) {
            Reason reason = rule.broken(draft);
            draft.broken = reason;
            if (reason != null) {
                return BROKEN;
            }
        }
        return draft.length == 0 ? 0 : price(draft);
    }

    /** Works out the times of a valid draft for the final plan. */
    void schedule(Draft draft) {
        long cost = cost(draft);
        if (cost == BROKEN) {
            throw new IllegalStateException(
                    "A route that was judged valid is broken now: " + draft.broken);
        }
        timetable.pack(draft);
    }

    private long price(Draft draft) {
        int van = draft.van;
        return model.openingCost[van]
                + metres(draft) * model.metreCost[van]
                + (long) (draft.returning - draft.leaving) * model.secondCost[van]
                + (long) lateStock(draft) * model.problem.lateStockCents() * Model.CENT;
    }

    private long metres(Draft draft) {
        long metres = 0;
        int at = model.startPlace[draft.van];
        for (int i = 0; i < draft.length; i++) {
            int next = model.place[draft.node[i]];
            metres += model.metres(at, next);
            at = next;
        }
        return metres + model.metres(at, model.endPlace[draft.van]);
    }

    /** For each producer of the van's own stock, the calls reached before its goods are aboard. */
    private int lateStock(Draft draft) {
        int late = 0;
        Sources stock = model.stock[draft.van];
        for (int source : stock.node()) {
            if (source == Model.DEPOT) {
                continue;
            }
            for (int i = 0; i < draft.length && draft.node[i] != source; i++) {
                late += model.isCall(draft.node[i]) ? 1 : 0;
            }
        }
        return late;
    }
}
