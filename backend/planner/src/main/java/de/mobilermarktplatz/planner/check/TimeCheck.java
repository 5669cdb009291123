package de.mobilermarktplatz.planner.check;

import de.mobilermarktplatz.planner.check.Violation.Rule;
import de.mobilermarktplatz.planner.plan.Tour;
import de.mobilermarktplatz.planner.plan.Visit;
import de.mobilermarktplatz.planner.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Walks one tour with a watch and a map: driving, windows, service, shift. */
final class TimeCheck {
    private final Problem problem;
    private final Tour tour;
    private final List<Violation> found = new ArrayList<>();

    TimeCheck(Problem problem, Tour tour) {
        this.problem = problem;
        this.tour = tour;
    }

    List<Violation> check() {
        var van = problem.vans().get(tour.van());
        int place = van.startPlace();
        int left = tour.departure();
        long metres = 0;
        for (Visit visit : tour.visits()) {
            int here = place(visit);
            drive(visit.id(), left, problem.travel().seconds(place, here), visit.arrival());
            if (visit.metres() != problem.travel().metres(place, here)) {
                report(Rule.WRONG_METRES, visit.id() + " says " + visit.metres());
            }
            metres += problem.travel().metres(place, here);
            window(visit);
            place = here;
            left = visit.departure();
        }
        drive("end depot", left, problem.travel().seconds(place, van.endPlace()), tour.returning());
        metres += problem.travel().metres(place, van.endPlace());
        if (metres != tour.metres()) {
            report(Rule.WRONG_METRES, "tour says %d, expected %d".formatted(tour.metres(), metres));
        }
        if (tour.departure() < van.shiftFrom() || tour.returning() > van.shiftTo()) {
            report(Rule.OUTSIDE_SHIFT, "%d to %d".formatted(tour.departure(), tour.returning()));
        }
        int longest = problem.rules().maxShiftSeconds();
        if (longest > 0 && tour.returning() - tour.departure() > longest) {
            report(Rule.SHIFT_TOO_LONG, "%d s".formatted(tour.returning() - tour.departure()));
        }
        return found;
    }

    private int place(Visit visit) {
        return visit.kind() == Visit.Kind.CALL
                ? problem.calls().get(visit.index()).place()
                : problem.producers().get(visit.index()).place();
    }

    private void drive(String where, int left, int seconds, int arrived) {
        if (arrived != left + seconds) {
            report(
                    Rule.WRONG_DRIVE,
                    "%s: left %d, drives %d s, arrives %d"
                            .formatted(where, left, seconds, arrived));
        }
    }

    private void window(Visit visit) {
        boolean call = visit.kind() == Visit.Kind.CALL;
        int from =
                call
                        ? problem.calls().get(visit.index()).earliestStart()
                        : problem.producers().get(visit.index()).earliestStart();
        int to =
                call
                        ? problem.calls().get(visit.index()).latestStart()
                        : problem.producers().get(visit.index()).latestStart();
        if (visit.start() < from) {
            report(
                    Rule.TOO_EARLY,
                    "%s starts %d, window from %d".formatted(visit.id(), visit.start(), from));
        }
        if (visit.start() > to) {
            report(
                    Rule.TOO_LATE,
                    "%s starts %d, window to %d".formatted(visit.id(), visit.start(), to));
        }
        int service = serviceSeconds(problem, tour, visit);
        if (visit.start() < visit.arrival() || visit.departure() < visit.start() + service) {
            report(
                    Rule.SERVICE_TOO_SHORT,
                    "%s needs %d s: %s".formatted(visit.id(), service, visit));
        }
    }

    static int serviceSeconds(Problem problem, Tour tour, Visit visit) {
        if (visit.kind() == Visit.Kind.CALL) {
            return problem.calls().get(visit.index()).dwellSeconds();
        }
        var producer = problem.producers().get(visit.index());
        int crates =
                LoadCheck.takenAt(problem, tour, visit.id()).stream()
                        .mapToInt(goods -> goods.load().crates())
                        .sum();
        return producer.fixedSeconds() + crates * producer.secondsPerCrate();
    }

    private void report(Rule rule, String detail) {
        found.add(new Violation(rule, tour.vanId(), detail));
    }
}
