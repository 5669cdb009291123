package de.mobilermarktplatz.planner;

import de.mobilermarktplatz.planner.problem.Call;
import de.mobilermarktplatz.planner.problem.Goods;
import de.mobilermarktplatz.planner.problem.Load;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.planner.problem.Producer;
import de.mobilermarktplatz.planner.problem.Travel;
import de.mobilermarktplatz.planner.problem.Van;
import de.mobilermarktplatz.planner.problem.WorkRules;
import java.util.SplittableRandom;

/** Days to plan for the stories. */
final class Days {
    static final int HOUR = 3_600;
    static final int MINUTE = 60;
    static final Load ONE_CRATE = Load.chilled(20_000, 5_000, 1);

    private Days() {}

    /** Places on one road, {@code minutes} apart at 50 km/h; place 0 is the depot. */
    static Travel road(int places, int minutes) {
        int[][] seconds = new int[places][places];
        int[][] metres = new int[places][places];
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                seconds[from][to] = Math.abs(from - to) * minutes * MINUTE;
                metres[from][to] = seconds[from][to] * 14;
            }
        }
        return Travel.of(seconds, metres);
    }

    static Van van(String id) {
        return Van.at(id, 0)
                .onShift(6 * HOUR, 18 * HOUR)
                .carrying(Load.ambient(3_000_000, 600_000, 60))
                .carrying(Load.chilled(1_000_000, 200_000, 20))
                .costing(60, 40, 5_000);
    }

    /** A county day drawn from a seed: villages and producers on a map of 60 x 60 km. */
    static Problem county(long seed, int vans, int producers, int calls) {
        var random = new SplittableRandom(seed);
        var day = Problem.builder(map(random, 1 + producers + calls));
        for (int v = 0; v < vans; v++) {
            var van = van("van" + v).carrying(Load.frozen(200_000, 80_000, 6));
            day.add(
                    v % 2 == 0
                            ? van
                            : van.stocking("producer0", Load.ambient(100_000, 20_000, 3))
                                    .stocking(Goods.DEPOT, Load.frozen(20_000, 8_000, 1)));
        }
        for (int p = 0; p < producers; p++) {
            int opens = (5 + random.nextInt(3)) * HOUR;
            day.add(
                    Producer.at("producer" + p, 1 + p)
                            .loadingBetween(opens, opens + (3 + random.nextInt(6)) * HOUR)
                            .loadingFor(5 * MINUTE, 20));
        }
        for (int c = 0; c < calls; c++) {
            int opens = (8 + random.nextInt(7)) * HOUR;
            var call =
                    Call.at("call" + c, 1 + producers + c)
                            .startingBetween(opens, opens + (1 + random.nextInt(3)) * HOUR)
                            .staying((15 + random.nextInt(16)) * MINUTE);
            int kinds = random.nextInt(4);
            for (int k = 0; k < kinds; k++) {
                int crates = 1 + random.nextInt(2);
                call =
                        call.needing(
                                "producer" + random.nextInt(producers),
                                random.nextInt(5) == 0
                                        ? Load.frozen(20_000 * crates, 8_000 * crates, crates)
                                        : Load.chilled(20_000 * crates, 8_000 * crates, crates));
            }
            if (random.nextInt(8) == 0) {
                call = call.droppableFor(2_000 + random.nextInt(6_000));
            }
            if (random.nextInt(10) == 0) {
                call = call.onlyBy("van" + random.nextInt(vans));
            }
            day.add(call);
        }
        day.vansFirst(random.nextBoolean());
        day.rules(random.nextInt(4) == 0 ? WorkRules.NONE : WorkRules.ARBZG);
        return day.build();
    }

    private static Travel map(SplittableRandom random, int places) {
        int[] x = random.ints(places, 0, 60_000).toArray();
        int[] y = random.ints(places, 0, 60_000).toArray();
        x[0] = 30_000;
        y[0] = 30_000;
        int[][] seconds = new int[places][places];
        int[][] metres = new int[places][places];
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                metres[from][to] = (int) (1.35 * Math.hypot(x[from] - x[to], y[from] - y[to]));
                seconds[from][to] = metres[from][to] * 36 / 500;
            }
        }
        return Travel.of(seconds, metres);
    }
}
