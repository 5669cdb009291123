package de.mobilermarktplatz.planner;

import static de.mobilermarktplatz.planner.Days.HOUR;
import static de.mobilermarktplatz.planner.Days.MINUTE;
import static de.mobilermarktplatz.planner.Days.ONE_CRATE;
import static de.mobilermarktplatz.planner.Days.road;
import static de.mobilermarktplatz.planner.Days.van;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.plan.Unserved;
import de.mobilermarktplatz.planner.plan.Unserved.Reason;
import de.mobilermarktplatz.planner.plan.Visit;
import de.mobilermarktplatz.planner.problem.Call;
import de.mobilermarktplatz.planner.problem.Goods;
import de.mobilermarktplatz.planner.problem.Load;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.planner.problem.Producer;
import de.mobilermarktplatz.planner.problem.WorkRules;
import de.mobilermarktplatz.planner.search.Budget;
import de.mobilermarktplatz.planner.search.PlanListener;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoriesOfOneVanTest {

    @Test
    void theDairysMilkIsAboardBeforeTheVillage() {
        var day = Problem.builder(road(6, 10));
        day.add(van("van"));
        day.add(Producer.at("dairy", 5).loadingFor(5 * MINUTE, 30));
        day.add(Call.at("village", 1).staying(20 * MINUTE).needing("dairy", ONE_CRATE));

        var tour = plan(day.build()).tours().getFirst();

        assertThat(names(tour.visits())).containsExactly("dairy", "village");
        assertThat(tour.visits().getFirst().departure() - tour.visits().getFirst().start())
                .as("five minutes and half a minute for the crate")
                .isEqualTo(5 * MINUTE + 30);
    }

    @Test
    void onePickUpServesSeveralCalls() {
        var day = Problem.builder(road(6, 10));
        day.add(van("van"));
        day.add(Producer.at("dairy", 1));
        for (int stop = 2; stop < 6; stop++) {
            day.add(Call.at("village" + stop, stop).needing("dairy", ONE_CRATE));
        }

        var tour = plan(day.build()).tours().getFirst();

        assertThat(names(tour.visits()))
                .startsWith("dairy")
                .containsExactlyInAnyOrder("dairy", "village2", "village3", "village4", "village5");
    }

    @Test
    void aVanMayUnloadBeforeItFetchesMore() {
        var day = Problem.builder(road(6, 10));
        day.add(van("van"));
        day.add(Producer.at("bakery", 1));
        day.add(Producer.at("dairy", 3));
        var full = Load.chilled(1_000, 1_000, 20);
        day.add(Call.at("first", 2).needing("bakery", full));
        day.add(Call.at("second", 4).needing("dairy", full));

        var tour = plan(day.build()).tours().getFirst();

        assertThat(names(tour.visits())).containsExactly("bakery", "first", "dairy", "second");
    }

    @Test
    void frozenGoodsDoNotFitIntoAVanWithoutAFreezer() {
        var day = Problem.builder(road(3, 10));
        day.add(van("van"));
        day.add(Producer.at("fishery", 1));
        day.add(Call.at("village", 2).needing("fishery", Load.frozen(1_000, 500, 1)));

        var plan = plan(day.build());

        assertThat(plan.tours()).isEmpty();
        assertThat(reasons(plan)).containsExactly(Reason.VAN_TOO_SMALL);
        assertThat(plan.objective().unservedValue()).isEqualTo(1);
    }

    @Test
    void aPublishedWindowIsKeptAndTheVanDoesNotLeaveHomeTooEarly() {
        var day = Problem.builder(road(3, 10));
        day.add(van("van"));
        day.add(Call.at("village", 2).published(10 * HOUR, 11 * HOUR));

        var tour = plan(day.build()).tours().getFirst();

        assertThat(tour.visits().getFirst().start()).isEqualTo(10 * HOUR);
        assertThat(tour.visits().getFirst().departure()).isEqualTo(11 * HOUR);
        assertThat(tour.departure()).isEqualTo(10 * HOUR - 20 * MINUTE);
    }

    @Test
    void aCallAVanCannotReachInTimeIsLeftOutAndSaysSo() {
        var day = Problem.builder(road(4, 30));
        day.add(van("van"));
        day.add(Call.at("far", 3).published(7 * HOUR, 8 * HOUR));

        assertThat(reasons(plan(day.build()))).containsExactly(Reason.WINDOW_MISSED);
    }

    @Test
    void aDriverRestsHalfAnHourBeforeSixHoursAreOver() {
        var day = Problem.builder(road(2, 10));
        day.add(van("van"));
        for (int i = 0; i < 8; i++) {
            day.add(Call.at("call" + i, 1).staying(HOUR));
        }

        var tour = plan(day.build()).tours().getFirst();

        assertThat(tour.breaks()).hasSize(1);
        var pause = tour.breaks().getFirst();
        assertThat(pause.seconds()).isEqualTo(30 * MINUTE);
        assertThat(pause.start() - tour.departure()).isLessThanOrEqualTo(6 * HOUR);
        assertThat(tour.returning() - pause.end()).isLessThanOrEqualTo(6 * HOUR);
    }

    @Test
    void withoutTheRuleThereIsNoBreak() {
        var day = Problem.builder(road(2, 10));
        day.add(van("van"));
        day.rules(WorkRules.NONE);
        for (int i = 0; i < 8; i++) {
            day.add(Call.at("call" + i, 1).staying(HOUR));
        }

        assertThat(plan(day.build()).tours().getFirst().breaks()).isEmpty();
    }

    @Test
    void noShiftIsLongerThanTenHours() {
        var day = Problem.builder(road(2, 10));
        day.add(van("van"));
        for (int i = 0; i < 11; i++) {
            day.add(Call.at("call" + i, 1).staying(HOUR));
        }

        var plan = plan(day.build());

        assertThat(plan.tours().getFirst().visits()).hasSize(9);
        assertThat(reasons(plan)).containsOnly(Reason.SHIFT_TOO_LONG);
    }

    @Test
    void stockForTheFreeSaleIsFetchedBeforeTheFirstCallAndKeepsItsRoom() {
        var day = Problem.builder(road(5, 10));
        day.add(van("van").stocking("orchard", Load.ambient(100_000, 50_000, 5)));
        day.add(Producer.at("orchard", 4));
        day.add(Call.at("near", 1).needing(Goods.DEPOT, Load.ambient(0, 0, 55)));
        day.add(Call.at("far", 3));
        day.add(Call.at("too much", 2).needing(Goods.DEPOT, Load.ambient(0, 0, 56)));

        var plan = plan(day.build());

        assertThat(names(plan.tours().getFirst().visits())).startsWith("orchard");
        assertThat(plan.unserved()).hasSize(1);
    }

    @Test
    void anOptionalCallIsLeftOutWhenItCostsMoreThanItsPrice() {
        var day = Problem.builder(road(10, 10));
        day.add(van("van"));
        day.add(Call.at("near", 1));
        day.add(Call.at("far", 9).droppableFor(100));

        var plan = plan(day.build());

        assertThat(plan.unserved()).extracting(Unserved::callId).containsExactly("far");
        assertThat(plan.objective().unservedValue()).isZero();
        assertThat(reasons(plan)).containsExactly(Reason.DEARER_THAN_DROPPING);
    }

    @Test
    void aCallFixedToAVanStaysOnThatVan() {
        var day = Problem.builder(road(4, 10));
        day.add(van("one"));
        day.add(van("two"));
        day.add(Call.at("a", 1));
        day.add(Call.at("b", 2).onlyBy("two"));

        var plan = plan(day.build());

        assertThat(plan.tours()).hasSize(1);
        assertThat(plan.tours().getFirst().vanId()).isEqualTo("two");
    }

    private static Plan plan(Problem problem) {
        return Planner.solve(problem, Budget.ofIterations(500), 1, PlanListener.SILENT);
    }

    private static List<String> names(List<Visit> visits) {
        return visits.stream().map(Visit::id).toList();
    }

    private static List<Reason> reasons(Plan plan) {
        return Planner.explain(plan).stream()
                .flatMap(unserved -> unserved.obstacles().stream())
                .map(Unserved.Obstacle::reason)
                .toList();
    }
}
