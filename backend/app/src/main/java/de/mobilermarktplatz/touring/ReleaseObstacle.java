package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.platform.problem.Rejection;
import java.util.Map;

/** What stands against releasing a day. */
public sealed interface ReleaseObstacle extends Rejection {

    /** Whether the desk may release nevertheless, knowing this. */
    default boolean confirmable() {
        return false;
    }

    /** Tours of the day are fixed already, or the day is over, or there is no such market day. */
    record DayNotOpen() implements ReleaseObstacle {
        @Override
        public String slug() {
            return "release-day-not-open";
        }
    }

    /** There is no plan yet. */
    record NotPlanned() implements ReleaseObstacle {
        @Override
        public String slug() {
            return "release-not-planned";
        }
    }

    /** Somebody is planning this day right now. */
    record PlanningRuns() implements ReleaseObstacle {
        @Override
        public String slug() {
            return "release-planning-runs";
        }
    }

    /**
     * @param producer whose orders close last
     * @param until local day and time, in words
     */
    record OrdersStillOpen(String producer, String until) implements ReleaseObstacle {
        @Override
        public String slug() {
            return "release-orders-open";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("producer", producer, "until", until);
        }
    }

    /** Orders came in, or calls changed, after the plan was started. */
    record PlanOutdated() implements ReleaseObstacle {
        @Override
        public String slug() {
            return "release-plan-outdated";
        }
    }

    /**
     * @param producers who have not said yet what they deliver
     */
    record RequestsOpen(String producers) implements ReleaseObstacle {
        @Override
        public String slug() {
            return "release-requests-open";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("producers", producers);
        }

        @Override
        public boolean confirmable() {
            return true;
        }
    }

    /**
     * @param stops where nobody would bring what was ordered
     */
    record CallsUnserved(int orders, String stops) implements ReleaseObstacle {
        @Override
        public String slug() {
            return "release-calls-unserved";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("orders", orders, "stops", stops);
        }

        @Override
        public boolean confirmable() {
            return true;
        }
    }
}
