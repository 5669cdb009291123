package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Unserved.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One rule a van's route must keep; it may note on the draft what it worked out for the rules after
 * it.
 */
interface RouteRule {
    /** Null if the rule holds. */
    @Nullable Reason broken(Draft draft);
}
