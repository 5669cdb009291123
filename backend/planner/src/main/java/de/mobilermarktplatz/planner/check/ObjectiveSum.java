package de.mobilermarktplatz.planner.check;

import de.mobilermarktplatz.planner.plan.Objective;
import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.plan.Tour;
import de.mobilermarktplatz.planner.plan.Unserved;
import de.mobilermarktplatz.planner.plan.Visit;
import de.mobilermarktplatz.planner.problem.Goods;
import de.mobilermarktplatz.planner.problem.Problem;
import java.math.BigInteger;
import java.util.HashSet;

/** Adds up what a plan costs, from the plan's own times and the problem's prices. */
final class ObjectiveSum {
    private static final BigInteger PARTS_OF_A_CENT = BigInteger.valueOf(60_000);

    private final Problem problem;
    private final Plan plan;
    private BigInteger parts = BigInteger.ZERO;

    ObjectiveSum(Problem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    Objective objective() {
        long unserved = 0;
        for (Unserved left : plan.unserved()) {
            var call = problem.calls().get(left.call());
            if (call.optional()) {
                add(call.dropCents(), 60_000);
            } else {
                unserved += call.value();
            }
        }
        for (Tour tour : plan.tours()) {
            var van = problem.vans().get(tour.van());
            add(tour.metres(), van.centsPerKm() * 60L);
            add(tour.returning() - tour.departure(), van.centsPerMinute() * 1_000L);
            add(van.centsPerDay(), 60_000);
            add(callsBeforeStock(tour), problem.lateStockCents() * 60_000L);
        }
        long cents = parts.add(BigInteger.valueOf(30_000)).divide(PARTS_OF_A_CENT).longValueExact();
        return new Objective(unserved, problem.vansFirst() ? plan.tours().size() : 0, cents);
    }

    private void add(long amount, long price) {
        parts = parts.add(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(price)));
    }

    private long callsBeforeStock(Tour tour) {
        var sources = new HashSet<String>();
        problem.vans().get(tour.van()).stock().stream()
                .filter(goods -> !goods.fromDepot())
                .map(Goods::source)
                .forEach(
                        source -> {
                            var _ = sources.add(source);
                        });
        long late = 0;
        for (Visit visit : tour.visits()) {
            if (visit.kind() == Visit.Kind.CALL) {
                late += sources.size();
            } else {
                var _ = sources.remove(visit.id());
            }
        }
        return late;
    }
}
