package de.mobilermarktplatz.planner.check;

import de.mobilermarktplatz.planner.check.Violation.Rule;
import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.plan.Tour;
import de.mobilermarktplatz.planner.plan.Unserved;
import de.mobilermarktplatz.planner.plan.Visit;
import de.mobilermarktplatz.planner.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges a plan by the words of the problem alone. Shares no code with the search: a mistake there
 * cannot hide here. Slow and plain on purpose.
 */
public final class PlanChecker {
    private final Problem problem;
    private final Plan plan;
    private final List<Violation> found = new ArrayList<>();

    private PlanChecker(Problem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** Everything that is wrong with the plan; empty if it keeps every rule. */
    public static List<Violation> check(Problem problem, Plan plan) {
        var checker = new PlanChecker(problem, plan);
        if (checker.knowsEverything()) {
            checker.membership();
            for (Tour tour : plan.tours()) {
                checker.found.addAll(new LoadCheck(problem, tour).check());
                checker.found.addAll(new TimeCheck(problem, tour).check());
                checker.found.addAll(new BreakCheck(problem, tour).check());
            }
            checker.objective();
        }
        return List.copyOf(checker.found);
    }

    private void report(Rule rule, String where, String detail) {
        found.add(new Violation(rule, where, detail));
    }

    /** The other checks look things up by index, so they need this one to pass. */
    private boolean knowsEverything() {
        for (Tour tour : plan.tours()) {
            boolean known = tour.van() >= 0 && tour.van() < problem.vans().size();
            if (!known || !problem.vans().get(tour.van()).id().equals(tour.vanId())) {
                report(Rule.UNKNOWN, tour.vanId(), "no such van at index " + tour.van());
            }
            for (Visit visit : tour.visits()) {
                if (!knows(visit)) {
                    report(
                            Rule.UNKNOWN,
                            visit.id(),
                            "no such " + visit.kind() + " at index " + visit.index());
                }
            }
        }
        for (Unserved left : plan.unserved()) {
            boolean known = left.call() >= 0 && left.call() < problem.calls().size();
            if (!known || !problem.calls().get(left.call()).id().equals(left.callId())) {
                report(Rule.UNKNOWN, left.callId(), "no such call at index " + left.call());
            }
        }
        return found.isEmpty();
    }

    private boolean knows(Visit visit) {
        int size =
                visit.kind() == Visit.Kind.CALL
                        ? problem.calls().size()
                        : problem.producers().size();
        if (visit.index() < 0 || visit.index() >= size) {
            return false;
        }
        String id =
                visit.kind() == Visit.Kind.CALL
                        ? problem.calls().get(visit.index()).id()
                        : problem.producers().get(visit.index()).id();
        return id.equals(visit.id());
    }

    private void membership() {
        var vans = new HashSet<Integer>();
        var served = new HashSet<Integer>();
        for (Tour tour : plan.tours()) {
            if (!vans.add(tour.van())) {
                report(Rule.VAN_TWICE, tour.vanId(), "has two tours");
            }
            var pickedUp = new HashSet<Integer>();
            int calls = 0;
            for (Visit visit : tour.visits()) {
                if (visit.kind() == Visit.Kind.PICK_UP) {
                    if (!pickedUp.add(visit.index())) {
                        report(Rule.PICK_UP_TWICE, tour.vanId(), visit.id());
                    }
                    continue;
                }
                calls++;
                if (!served.add(visit.index())) {
                    report(Rule.CALL_TWICE, tour.vanId(), visit.id());
                }
                String only = problem.calls().get(visit.index()).fixedVan();
                if (!only.isEmpty() && !only.equals(tour.vanId())) {
                    report(
                            Rule.WRONG_VAN,
                            tour.vanId(),
                            "%s is fixed to van %s".formatted(visit.id(), only));
                }
            }
            if (calls == 0) {
                report(Rule.EMPTY_TOUR, tour.vanId(), "has no call");
            }
        }
        lost(served);
    }

    private void lost(Set<Integer> served) {
        var left = new HashSet<Integer>();
        for (Unserved unserved : plan.unserved()) {
            if (!left.add(unserved.call()) || served.contains(unserved.call())) {
                report(
                        Rule.CALL_LOST,
                        unserved.callId(),
                        "is listed as unserved though served, or twice");
            }
        }
        for (int call = 0; call < problem.calls().size(); call++) {
            if (!served.contains(call) && !left.contains(call)) {
                report(
                        Rule.CALL_LOST,
                        problem.calls().get(call).id(),
                        "is neither served nor unserved");
            }
        }
    }

    private void objective() {
        var expected = new ObjectiveSum(problem, plan).objective();
        if (!expected.equals(plan.objective())) {
            report(
                    Rule.WRONG_OBJECTIVE,
                    "plan",
                    "%s, expected %s".formatted(plan.objective(), expected));
        }
    }
}
