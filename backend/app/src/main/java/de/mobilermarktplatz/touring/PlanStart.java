package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.platform.problem.Rejection;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What became of the wish to plan a day. */
public sealed interface PlanStart {

    /** The run goes on, or is over, depending on what was asked for. */
    record Started(UUID run) implements PlanStart {}

    /** Not planned; nothing has changed. */
    sealed interface Refused extends PlanStart, Rejection {}

    /** Somebody else plans this day right now. */
    record Busy(String by) implements Refused {
        @Override
        public String slug() {
            return "planning-busy";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("by", by);
        }
    }

    /** The day's tours are fixed: released tours are never planned again. */
    record DayFixed(LocalDate day) implements Refused {
        @Override
        public String slug() {
            return "planning-day-fixed";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day);
        }
    }

    /** No call was ever published for that day. */
    record NoMarketDay(LocalDate day) implements Refused {
        @Override
        public String slug() {
            return "planning-no-market-day";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day);
        }
    }

    /** Nothing to plan with. */
    record NoVans() implements Refused {
        @Override
        public String slug() {
            return "planning-no-vans";
        }
    }
}
