package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Unserved.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * In no compartment is more aboard than fits: goods ride from their pick-up (or the depot) to their
 * call, the van's own stock to the end. Also works out how long each pick-up takes, which depends
 * on the crates.
 */
final class Loading implements RouteRule {
    private final Model model;
    private final int[] pickUpAt;
    private final int[] change;
    private final int[] aboard;

    Loading(Model model) {
        this.model = model;
        pickUpAt = new int[model.nodes];
        change = new int[(model.nodes + 2) * model.dimensions];
        aboard = new int[model.dimensions];
    }

    @Override
    public @Nullable Reason broken(Draft draft) {
        int length = draft.length;
        Arrays.fill(change, 0, length * model.dimensions, 0);
        Arrays.fill(aboard, 0);
        for (int i = 0; i < length; i++) {
            int node = draft.node[i];
            draft.service[i] = model.service[node];
            if (!model.isCall(node)) {
                pickUpAt[node] = i + 1;
            }
        }
        takeAboard(draft, model.stock[draft.van], -1);
        for (int i = 0; i < length; i++) {
            if (model.isCall(draft.node[i])) {
                takeAboard(draft, model.needs[draft.node[i]], i);
            }
        }
        for (int i = 0; i < length; i++) {
            pickUpAt[draft.node[i]] = 0;
        }
        return fits(draft) ? null : Reason.OVER_CAPACITY;
    }

    private void takeAboard(Draft draft, Sources goods, int callAt) {
        for (int k = 0; k < goods.count(); k++) {
            int source = goods.node()[k];
            int from = source == Model.DEPOT ? 0 : pickUpAt[source];
            if (source != Model.DEPOT && from == 0) {
                continue;
            }
            if (source != Model.DEPOT) {
                draft.service[from - 1] += model.crateSeconds[source] * goods.crates()[k];
            }
            for (int d = 0; d < model.dimensions; d++) {
                int amount = goods.amount()[k][d];
                if (source == Model.DEPOT) {
                    aboard[d] += amount;
                } else {
                    change[(from - 1) * model.dimensions + d] += amount;
                }
                if (callAt >= 0) {
                    change[callAt * model.dimensions + d] -= amount;
                }
            }
        }
    }

    private boolean fits(Draft draft) {
        int[] room = model.capacity[draft.van];
        for (int d = 0; d < model.dimensions; d++) {
            int load = aboard[d];
            if (load > room[d]) {
                return false;
            }
            for (int i = 0, at = d; i < draft.length; i++, at += model.dimensions) {
                load += change[at];
                if (load > room[d]) {
                    return false;
                }
            }
        }
        return true;
    }
}
