package de.mobilermarktplatz.planner.search;

import de.mobilermarktplatz.planner.plan.Break;
import de.mobilermarktplatz.planner.plan.Objective;
import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.plan.Tour;
import de.mobilermarktplatz.planner.plan.Unserved;
import de.mobilermarktplatz.planner.plan.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns a solution into the plan others read. */
final class PlanWriter {
    private final Model model;
    private final Judge judge;
    private final Draft draft;
    private final Obstacles obstacles;

    PlanWriter(Model model, Judge judge) {
        this.model = model;
        this.judge = judge;
        draft = new Draft(model);
        obstacles = new Obstacles(model, judge);
    }

    Plan write(Solution solution) {
        var tours = new ArrayList<Tour>();
        for (Route route : solution.routes) {
            if (route.length > 0) {
                tours.add(tour(route));
            }
        }
        int[] left = Arrays.copyOf(solution.unserved, solution.unservedCount);
        Arrays.sort(left);
        var unserved = new ArrayList<Unserved>();
        long dropped = 0;
        for (int call : left) {
            unserved.add(
                    new Unserved(
                            call,
                            model.problem.calls().get(call).id(),
                            obstacles.of(solution, call)));
            dropped += model.optional[call] ? model.dropCost[call] : 0;
        }
        long cost = dropped + tours.stream().mapToLong(this::cost).sum();
        int vans = model.problem.vansFirst() ? tours.size() : 0;
        return new Plan(
                tours,
                unserved,
                new Objective(
                        solution.unservedValue(), vans, (cost + Model.CENT / 2) / Model.CENT));
    }

    private Tour tour(Route route) {
        draft.copyFrom(route.van, route.node, route.length);
        judge.schedule(draft);
        var visits = new ArrayList<Visit>();
        long sum = 0;
        int at = model.startPlace[route.van];
        for (int i = 0; i < draft.length; i++) {
            int node = draft.node[i];
            int metres = model.metres(at, model.place[node]);
            at = model.place[node];
            sum += metres;
            visits.add(visit(i, node, metres));
        }
        sum += model.metres(at, model.endPlace[route.van]);
        var breaks = new ArrayList<Break>();
        for (int i = 0; i < draft.breaks; i++) {
            breaks.add(new Break(draft.breakStart[i], draft.breakSeconds[i]));
        }
        String id = model.problem.vans().get(route.van).id();
        return new Tour(route.van, id, draft.leaving, visits, breaks, draft.returning, sum);
    }

    private Visit visit(int position, int node, int metres) {
        boolean call = model.isCall(node);
        int index = call ? node : node - model.calls;
        String id =
                call
                        ? model.problem.calls().get(index).id()
                        : model.problem.producers().get(index).id();
        return new Visit(
                call ? Visit.Kind.CALL : Visit.Kind.PICK_UP,
                index,
                id,
                draft.arrival[position],
                draft.start[position],
                draft.departure[position],
                metres);
    }

    private long cost(Tour tour) {
        int van = tour.van();
        long late = 0;
        for (int source : model.stock[van].node()) {
            late += source == Model.DEPOT ? 0 : callsBefore(tour.visits(), source - model.calls);
        }
        return tour.metres() * model.metreCost[van]
                + (long) (tour.returning() - tour.departure()) * model.secondCost[van]
                + model.problem.vans().get(van).centsPerDay() * Model.CENT
                + late * model.problem.lateStockCents() * Model.CENT;
    }

    private static long callsBefore(List<Visit> visits, int producer) {
        long calls = 0;
        for (Visit visit : visits) {
            if (visit.kind() == Visit.Kind.PICK_UP && visit.index() == producer) {
                return calls;
            }
            calls += visit.kind() == Visit.Kind.CALL ? 1 : 0;
        }
        return calls;
    }
}
