package de.mobilermarktplatz.planner.check;

import de.mobilermarktplatz.planner.check.Violation.Rule;
import de.mobilermarktplatz.planner.plan.Tour;
import de.mobilermarktplatz.planner.plan.Visit;
import de.mobilermarktplatz.planner.problem.Goods;
import de.mobilermarktplatz.planner.problem.Load;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.planner.problem.Van;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Follows the goods of one tour: aboard in time, never too many, nothing fetched for nobody. */
final class LoadCheck {
    private final Problem problem;
    private final Tour tour;
    private final Van van;
    private final List<Violation> found = new ArrayList<>();

    LoadCheck(Problem problem, Tour tour) {
        this.problem = problem;
        this.tour = tour;
        van = problem.vans().get(tour.van());
    }

    List<Violation> check() {
        sourcesAboard();
        pickUpsNeeded();
        capacity();
        return found;
    }

    /** All goods that this tour takes aboard at one source, the van's own stock included. */
    static List<Goods> takenAt(Problem problem, Tour tour, String source) {
        var goods = new ArrayList<Goods>(problem.vans().get(tour.van()).stock());
        for (Visit visit : tour.visits()) {
            if (visit.kind() == Visit.Kind.CALL) {
                goods.addAll(problem.calls().get(visit.index()).goods());
            }
        }
        return goods.stream().filter(item -> item.source().equals(source)).toList();
    }

    private void sourcesAboard() {
        var aboard = new HashSet<String>();
        for (Visit visit : tour.visits()) {
            if (visit.kind() == Visit.Kind.PICK_UP) {
                var _ = aboard.add(visit.id());
                continue;
            }
            for (Goods goods : problem.calls().get(visit.index()).goods()) {
                if (!goods.fromDepot() && !aboard.contains(goods.source())) {
                    report(Rule.GOODS_NOT_ABOARD, visit.id() + " needs goods of " + goods.source());
                }
            }
        }
        for (Goods goods : van.stock()) {
            if (!goods.fromDepot() && !aboard.contains(goods.source())) {
                report(Rule.STOCK_NOT_ABOARD, "stock of " + goods.source());
            }
        }
    }

    private void pickUpsNeeded() {
        for (Visit visit : tour.visits()) {
            if (visit.kind() == Visit.Kind.PICK_UP
                    && takenAt(problem, tour, visit.id()).isEmpty()) {
                report(Rule.PICK_UP_NEEDLESS, visit.id());
            }
        }
    }

    private void capacity() {
        long[] aboard = new long[Load.DIMENSIONS];
        add(aboard, takenAt(problem, tour, Goods.DEPOT), 1);
        compare(aboard, "leaving the depot");
        for (Visit visit : tour.visits()) {
            if (visit.kind() == Visit.Kind.PICK_UP) {
                add(aboard, takenAt(problem, tour, visit.id()), 1);
            } else {
                add(aboard, problem.calls().get(visit.index()).goods(), -1);
            }
            compare(aboard, visit.id());
        }
    }

    private static void add(long[] aboard, List<Goods> goods, int sign) {
        for (Goods item : goods) {
            for (int d = 0; d < Load.DIMENSIONS; d++) {
                aboard[d] += (long) sign * item.load().amount(d);
            }
        }
    }

    private void compare(long[] aboard, String where) {
        for (int d = 0; d < Load.DIMENSIONS; d++) {
            if (aboard[d] > van.capacity().amount(d)) {
                report(
                        Rule.OVER_CAPACITY,
                        "%s: %d aboard in dimension %d, room for %d"
                                .formatted(where, aboard[d], d, van.capacity().amount(d)));
            }
        }
    }

    private void report(Rule rule, String detail) {
        found.add(new Violation(rule, tour.vanId(), detail));
    }
}
