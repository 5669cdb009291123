package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Plan;

/** Watches a search, on the searching thread. */
public interface PlanListener {
    PlanListener SILENT = (plan, percent) -> {};

    /** A better plan, already checked; at most about one for each percent of the budget. */
    void improved(Plan plan, int percent);

    /** Asked often; once true, the search ends with the best plan so far. */
    default boolean cancelled() {
        return false;
    }
}
