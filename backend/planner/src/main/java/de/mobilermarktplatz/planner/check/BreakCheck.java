package de.mobilermarktplatz.planner.check;

import de.mobilermarktplatz.planner.check.Violation.Rule;
import de.mobilermarktplatz.planner.plan.Break;
import de.mobilermarktplatz.planner.plan.Tour;
import de.mobilermarktplatz.planner.plan.Visit;
import de.mobilermarktplatz.planner.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** No stretch of work is longer than the rule allows, and breaks are really free of work. */
final class BreakCheck {
    private final Problem problem;
    private final Tour tour;
    private final List<Violation> found = new ArrayList<>();

    BreakCheck(Problem problem, Tour tour) {
        this.problem = problem;
        this.tour = tour;
    }

    List<Violation> check() {
        var rules = problem.rules();
        var breaks = tour.breaks().stream().sorted(Comparator.comparingInt(Break::start)).toList();
        int workSince = tour.departure();
        int end = tour.departure();
        for (Break pause : breaks) {
            if (pause.seconds() <= 0
                    || pause.start() < end
                    || pause.end() > tour.returning()
                    || atWork(pause)) {
                found.add(new Violation(Rule.BREAK_AT_WORK, tour.vanId(), pause.toString()));
            }
            end = pause.end();
            if (rules.hasBreaks() && pause.seconds() >= rules.breakSeconds()) {
                stretch(workSince, pause.start(), rules.breakAfterSeconds());
                workSince = pause.end();
            }
        }
        if (rules.hasBreaks()) {
            stretch(workSince, tour.returning(), rules.breakAfterSeconds());
        }
        return found;
    }

    private void stretch(int from, int to, int longest) {
        if (to - from > longest) {
            found.add(
                    new Violation(
                            Rule.BREAK_MISSING,
                            tour.vanId(),
                            "works from %d to %d, at most %d s".formatted(from, to, longest)));
        }
    }

    private boolean atWork(Break pause) {
        int left = tour.departure();
        for (Visit visit : tour.visits()) {
            int served = visit.start() + TimeCheck.serviceSeconds(problem, tour, visit);
            if (overlap(pause, left, visit.arrival()) || overlap(pause, visit.start(), served)) {
                return true;
            }
            left = visit.departure();
        }
        return overlap(pause, left, tour.returning());
    }

    private static boolean overlap(Break pause, int from, int to) {
        return pause.start() < to && pause.end() > from;
    }
}
