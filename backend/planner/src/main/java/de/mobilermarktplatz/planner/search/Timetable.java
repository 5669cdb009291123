package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Unserved.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Windows, shift and breaks, in one pass along the route. The van leaves as late as costs no
 * punctuality, because the driver is paid from departure. A break is taken when the next service
 * would end too long after the last one; a wait that is long enough is a break.
 */
final class Timetable implements RouteRule {
    private static final int NO_LIMIT = Integer.MAX_VALUE / 2;

    private final Model model;
    private final int breakAfter;
    private final int breakSeconds;
    private final int maxShift;

    private int waited;
    private int slack;

    Timetable(Model model) {
        this.model = model;
        var rules = model.problem.rules();
        breakAfter = rules.hasBreaks() ? rules.breakAfterSeconds() : NO_LIMIT;
        breakSeconds = rules.breakSeconds();
        maxShift = rules.maxShiftSeconds() == 0 ? NO_LIMIT : rules.maxShiftSeconds();
    }

    @Override
    public @Nullable Reason broken(Draft draft) {
        int earliest = model.shiftFrom[draft.van];
        Reason first = drive(draft, earliest);
        if (draft.length == 0 || model.simpleTimes) {
            return first;
        }
        // Without the wait at the first visit the driver's clock starts later, which may even save
        // a break.
        int later = first == null ? Math.min(slack, waited) : 0;
        if (later > 0) {
            if (withinShift(draft, earliest + later) == null) {
                return null;
            }
            return again(draft, earliest);
        }
        return first == null ? shiftLength(draft) : again(draft, earliest);
    }

    private @Nullable Reason again(Draft draft, int earliest) {
        int node = draft.node[0];
        int arrival = earliest + model.seconds(model.startPlace[draft.van], model.place[node]);
        int wait = Math.max(0, model.open[node] - arrival);
        return withinShift(draft, earliest + wait);
    }

    private @Nullable Reason withinShift(Draft draft, int departure) {
        Reason reason = drive(draft, departure);
        return reason == null ? shiftLength(draft) : reason;
    }

    private @Nullable Reason shiftLength(Draft draft) {
        return draft.returning - draft.leaving > maxShift ? Reason.SHIFT_TOO_LONG : null;
    }

    /** Packs the departure close to the work for the final plan too when times cost nothing. */
    void pack(Draft draft) {
        int earliest = model.shiftFrom[draft.van];
        if (drive(draft, earliest) != null || shiftLength(draft) != null) {
            var _ = broken(draft);
            return;
        }
        int later = Math.min(slack, waited);
        if (later > 0 && withinShift(draft, earliest + later) != null) {
            var _ = broken(draft);
        }
    }

    private @Nullable Reason drive(Draft draft, int departure) {
        int clock = departure;
        int rested = departure;
        int at = model.startPlace[draft.van];
        draft.leaving = departure;
        draft.breaks = 0;
        waited = 0;
        slack = NO_LIMIT;
        for (int i = 0; i < draft.length; i++) {
            int node = draft.node[i];
            int open = model.open[node];
            int service = draft.service[i];
            int arrival = clock + model.seconds(at, model.place[node]);
            int start = Math.max(arrival, open);
            if (arrival - rested > breakAfter) {
                rested = breakBeforeDriving(draft, i, clock, rested);
                arrival += breakSeconds;
                start = Math.max(arrival, open);
                waited += start - arrival;
            } else if (breakAfter < NO_LIMIT
                    && (start - arrival >= breakSeconds || start + service - rested > breakAfter)) {
                int before = start;
                start = Math.max(arrival + breakSeconds, open);
                waited += Math.min(before, start) - arrival;
                draft.addBreak(arrival, start - arrival);
                rested = start;
            } else {
                waited += start - arrival;
            }
            if (rested < 0 || start + service - rested > breakAfter) {
                return Reason.BREAK_MISSING;
            }
            if (start > model.close[node]) {
                return Reason.WINDOW_MISSED;
            }
            slack = Math.min(slack, waited + model.close[node] - start);
            draft.arrival[i] = arrival;
            draft.start[i] = start;
            clock = start + service;
            draft.departure[i] = clock;
            at = model.place[node];
        }
        return home(draft, clock, rested, at);
    }

    private @Nullable Reason home(Draft draft, int clock, int rested, int at) {
        int driving = model.seconds(at, model.endPlace[draft.van]);
        int arrival = clock + driving;
        if (arrival - rested > breakAfter) {
            int since = breakBeforeDriving(draft, draft.length, clock, rested);
            if (since < 0 || driving > breakAfter) {
                return Reason.BREAK_MISSING;
            }
            arrival += breakSeconds;
        }
        draft.returning = arrival;
        slack = Math.min(slack, waited + model.shiftTo[draft.van] - arrival);
        return arrival > model.shiftTo[draft.van] ? Reason.BACK_TOO_LATE : null;
    }

    /**
     * When the driver is rested again, or -1 if a break there would come too late or before the
     * first leg.
     */
    private int breakBeforeDriving(Draft draft, int position, int clock, int rested) {
        if (position == 0 || clock - rested > breakAfter) {
            return -1;
        }
        draft.addBreak(clock, breakSeconds);
        draft.departure[position - 1] = clock + breakSeconds;
        return clock + breakSeconds;
    }
}
