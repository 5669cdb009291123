package de.mobilermarktplatz.planner;

import static de.mobilermarktplatz.planner.Days.HOUR;
import static de.mobilermarktplatz.planner.Days.MINUTE;
import static de.mobilermarktplatz.planner.Days.ONE_CRATE;
import static de.mobilermarktplatz.planner.Days.road;
import static de.mobilermarktplatz.planner.Days.van;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.planner.check.PlanChecker;
import de.mobilermarktplatz.planner.check.Violation;
import de.mobilermarktplatz.planner.check.Violation.Rule;
import de.mobilermarktplatz.planner.plan.Break;
import de.mobilermarktplatz.planner.plan.Objective;
import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.plan.Tour;
import de.mobilermarktplatz.planner.plan.Unserved;
import de.mobilermarktplatz.planner.plan.Visit;
import de.mobilermarktplatz.planner.problem.Call;
import de.mobilermarktplatz.planner.problem.Load;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.planner.problem.Producer;
import de.mobilermarktplatz.planner.search.Budget;
import de.mobilermarktplatz.planner.search.PlanListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One valid plan, broken in every way a plan can be broken. */
class CheckerFindsBrokenPlansTest {
    private static final Problem DAY = day(2);
    private static final Plan VALID =
            Planner.solve(DAY, Budget.ofIterations(200), 1, PlanListener.SILENT);

    private static final Map<Rule, UnaryOperator<Plan>> MUTANTS =
            Map.ofEntries(
                    Map.entry(
                            Rule.UNKNOWN,
                            visit(
                                    1,
                                    v ->
                                            at(
                                                    v,
                                                    v.arrival(),
                                                    v.start(),
                                                    v.departure(),
                                                    v.metres(),
                                                    "nobody"))),
                    Map.entry(Rule.VAN_TWICE, tours(tours -> tours.add(tours.getFirst()))),
                    Map.entry(
                            Rule.EMPTY_TOUR,
                            tours(
                                    tours ->
                                            tours.add(
                                                    new Tour(
                                                            1, "spare", 0, List.of(), List.of(), 0,
                                                            0)))),
                    Map.entry(Rule.CALL_TWICE, visits(visits -> visits.add(visits.get(2)))),
                    Map.entry(Rule.CALL_LOST, visits(List::removeLast)),
                    Map.entry(Rule.PICK_UP_TWICE, visits(visits -> visits.add(visits.getFirst()))),
                    Map.entry(
                            Rule.PICK_UP_NEEDLESS,
                            visits(
                                    visits ->
                                            visits.add(
                                                    new Visit(
                                                            Visit.Kind.PICK_UP,
                                                            2,
                                                            "idle",
                                                            0,
                                                            0,
                                                            0,
                                                            0)))),
                    Map.entry(
                            Rule.GOODS_NOT_ABOARD,
                            visits(
                                    visits ->
                                            Collections.swap(
                                                    visits,
                                                    indexOf(visits, "dairy"),
                                                    visits.size() - 1))),
                    Map.entry(
                            Rule.STOCK_NOT_ABOARD,
                            visits(
                                    visits ->
                                            visits.removeIf(
                                                    visit -> visit.id().equals("orchard")))),
                    Map.entry(
                            Rule.WRONG_VAN,
                            tour(
                                    t ->
                                            new Tour(
                                                    1,
                                                    "spare",
                                                    t.departure(),
                                                    t.visits(),
                                                    t.breaks(),
                                                    t.returning(),
                                                    t.metres()))),
                    Map.entry(
                            Rule.TOO_EARLY,
                            visit(
                                    2,
                                    v -> at(v, v.arrival(), 0, v.departure(), v.metres(), v.id()))),
                    Map.entry(
                            Rule.TOO_LATE,
                            visit(
                                    2,
                                    v ->
                                            at(
                                                    v,
                                                    v.arrival(),
                                                    20 * HOUR,
                                                    v.departure(),
                                                    v.metres(),
                                                    v.id()))),
                    Map.entry(
                            Rule.SERVICE_TOO_SHORT,
                            visit(
                                    2,
                                    v ->
                                            at(
                                                    v,
                                                    v.arrival(),
                                                    v.start(),
                                                    v.departure() - 1,
                                                    v.metres(),
                                                    v.id()))),
                    Map.entry(
                            Rule.WRONG_DRIVE,
                            visit(
                                    2,
                                    v ->
                                            at(
                                                    v,
                                                    v.arrival() - 1,
                                                    v.start(),
                                                    v.departure(),
                                                    v.metres(),
                                                    v.id()))),
                    Map.entry(
                            Rule.WRONG_METRES,
                            visit(
                                    2,
                                    v ->
                                            at(
                                                    v,
                                                    v.arrival(),
                                                    v.start(),
                                                    v.departure(),
                                                    v.metres() + 1,
                                                    v.id()))),
                    Map.entry(
                            Rule.OUTSIDE_SHIFT,
                            tour(
                                    t ->
                                            new Tour(
                                                    t.van(),
                                                    t.vanId(),
                                                    HOUR,
                                                    t.visits(),
                                                    t.breaks(),
                                                    t.returning(),
                                                    t.metres()))),
                    Map.entry(
                            Rule.SHIFT_TOO_LONG,
                            tour(
                                    t ->
                                            new Tour(
                                                    t.van(),
                                                    t.vanId(),
                                                    t.departure(),
                                                    t.visits(),
                                                    t.breaks(),
                                                    t.departure() + 11 * HOUR,
                                                    t.metres()))),
                    Map.entry(
                            Rule.BREAK_MISSING,
                            tour(
                                    t ->
                                            new Tour(
                                                    t.van(),
                                                    t.vanId(),
                                                    t.departure(),
                                                    t.visits(),
                                                    List.of(),
                                                    t.returning(),
                                                    t.metres()))),
                    Map.entry(
                            Rule.BREAK_AT_WORK,
                            tour(
                                    t ->
                                            new Tour(
                                                    t.van(),
                                                    t.vanId(),
                                                    t.departure(),
                                                    t.visits(),
                                                    List.of(new Break(t.departure(), 30 * MINUTE)),
                                                    t.returning(),
                                                    t.metres()))),
                    Map.entry(
                            Rule.WRONG_OBJECTIVE,
                            plan ->
                                    new Plan(
                                            plan.tours(),
                                            plan.unserved(),
                                            new Objective(0, 1, 1))));

    @Test
    void theValidPlanIsValid() {
        assertThat(PlanChecker.check(DAY, VALID)).isEmpty();
        assertThat(VALID.unserved()).isEmpty();
        assertThat(VALID.tours().getFirst().breaks()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfBrokenPlanIsFoundByName(Rule rule) {
        if (rule == Rule.OVER_CAPACITY) {
            assertThat(rules(day(18), VALID)).contains(rule);
            return;
        }
        assertThat(rules(DAY, MUTANTS.get(rule).apply(VALID))).contains(rule);
    }

    @Test
    void aCallThatIsServedAndListedAsUnservedIsFound() {
        var both =
                new Plan(
                        VALID.tours(),
                        List.of(new Unserved(0, "call0", List.of())),
                        VALID.objective());

        assertThat(rules(DAY, both)).contains(Rule.CALL_LOST);
    }

    private static Problem day(int stockCrates) {
        var day = Problem.builder(road(12, 10));
        day.add(van("van").stocking("orchard", Load.chilled(0, 0, stockCrates)));
        day.add(van("spare"));
        day.add(Producer.at("orchard", 1).loadingFor(5 * MINUTE, 10));
        day.add(Producer.at("dairy", 2).loadingFor(5 * MINUTE, 10));
        day.add(Producer.at("idle", 2));
        for (int i = 0; i < 6; i++) {
            day.add(
                    Call.at("call" + i, 4 + i)
                            .startingBetween((9 + i) * HOUR, (9 + i) * HOUR + 40 * MINUTE)
                            .staying(40 * MINUTE)
                            .needing("dairy", ONE_CRATE)
                            .onlyBy("van"));
        }
        return day.build();
    }

    private static Stream<Rule> rules(Problem problem, Plan plan) {
        return PlanChecker.check(problem, plan).stream().map(Violation::rule);
    }

    private static UnaryOperator<Plan> tours(Consumer<List<Tour>> change) {
        return plan -> {
            var tours = new ArrayList<>(plan.tours());
            change.accept(tours);
            return new Plan(tours, plan.unserved(), plan.objective());
        };
    }

    private static UnaryOperator<Plan> tour(UnaryOperator<Tour> change) {
        return tours(tours -> tours.set(0, change.apply(tours.getFirst())));
    }

    private static UnaryOperator<Plan> visits(Consumer<List<Visit>> change) {
        return tour(
                t -> {
                    var visits = new ArrayList<>(t.visits());
                    change.accept(visits);
                    return new Tour(
                            t.van(),
                            t.vanId(),
                            t.departure(),
                            visits,
                            t.breaks(),
                            t.returning(),
                            t.metres());
                });
    }

    private static UnaryOperator<Plan> visit(int index, UnaryOperator<Visit> change) {
        return visits(visits -> visits.set(index, change.apply(visits.get(index))));
    }

    private static Visit at(Visit v, int arrival, int start, int departure, int metres, String id) {
        return new Visit(v.kind(), v.index(), id, arrival, start, departure, metres);
    }

    private static int indexOf(List<Visit> visits, String id) {
        return visits.stream().map(Visit::id).toList().indexOf(id);
    }
}
