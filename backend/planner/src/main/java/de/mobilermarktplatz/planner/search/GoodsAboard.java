package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Unserved.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A pick-up comes before every call on the same van that needs its goods. A pick-up that is not on
 * the route yet is tolerated, because insertion places calls before their pick-ups.
 */
final class GoodsAboard implements RouteRule {
    private final Model model;
    private final int[] position;

    GoodsAboard(Model model) {
        this.model = model;
        position = new int[model.nodes];
    }

    @Override
    public @Nullable Reason broken(Draft draft) {
        for (int i = 0; i < draft.length; i++) {
            position[draft.node[i]] = i + 1;
        }
        boolean early = false;
        for (int i = 0; i < draft.length && !early; i++) {
            if (model.isCall(draft.node[i])) {
                for (int source : model.needs[draft.node[i]].node()) {
                    early |= source >= 0 && position[source] > i;
                }
            }
        }
        for (int i = 0; i < draft.length; i++) {
            position[draft.node[i]] = 0;
        }
        return early ? Reason.GOODS_NOT_ABOARD : null;
    }
}
