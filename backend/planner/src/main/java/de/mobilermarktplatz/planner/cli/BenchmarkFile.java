package de.mobilermarktplatz.planner.cli;

import de.mobilermarktplatz.planner.problem.Call;
import de.mobilermarktplatz.planner.problem.Goods;
import de.mobilermarktplatz.planner.problem.Load;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.planner.problem.Producer;
import de.mobilermarktplatz.planner.problem.Travel;
import de.mobilermarktplatz.planner.problem.Van;
import de.mobilermarktplatz.planner.problem.WorkRules;
import java.util.List;
import java.util.stream.Stream;

/**
 * The text files of Solomon (1987), Gehring and Homberger (1999) and Li and Lim (2001). Demand
 * becomes millilitres of ambient goods: from the depot for the former two, from a pick-up of its
 * own for each call of the latter.
 */
final class BenchmarkFile {
    private static final int X = 1;
    private static final int Y = 2;
    private static final int DEMAND = 3;
    private static final int READY = 4;
    private static final int DUE = 5;
    private static final int SERVICE = 6;
    private static final int PICK_UP = 7;

    private final int[][] rows;
    private final Convention convention;
    private final Problem.Builder problem;

    private BenchmarkFile(Stream<String> lines, int columns, Convention convention) {
        this.convention = convention;
        rows = lines.map(line -> numbers(line, columns)).toArray(int[][]::new);
        problem = Problem.builder(travel());
        problem.rules(WorkRules.NONE);
        problem.vansFirst(convention.vansFirst);
    }

    /** Non-blank lines: name, VEHICLE, heading, fleet, CUSTOMER, heading, then one line each. */
    static Problem solomon(List<String> lines, Convention convention) {
        int fleetLine = indexOf(lines, "VEHICLE") + 2;
        int customers = indexOf(lines, "CUSTOMER") + 2;
        int[] fleet = numbers(lines.get(fleetLine), 2);
        var file = new BenchmarkFile(lines.stream().skip(customers), SERVICE + 1, convention);
        file.vans(fleet[0], fleet[1]);
        for (int place = 1; place < file.rows.length; place++) {
            file.problem.add(
                    file.call(place)
                            .needing(Goods.DEPOT, Load.ambient(file.rows[place][DEMAND], 0, 0)));
        }
        return file.problem.build();
    }

    /**
     * First line: vehicles, capacity, speed; then one line for each task with its pick-up and
     * delivery.
     */
    static Problem liLim(List<String> lines, Convention convention) {
        int[] fleet = numbers(lines.getFirst(), 2);
        var file = new BenchmarkFile(lines.stream().skip(1), PICK_UP + 2, convention);
        file.vans(fleet[0], fleet[1]);
        for (int place = 1; place < file.rows.length; place++) {
            int[] row = file.rows[place];
            if (row[PICK_UP] == 0) {
                file.problem.add(
                        Producer.at("p" + place, place)
                                .loadingBetween(
                                        row[READY] * convention.scale, row[DUE] * convention.scale)
                                .loadingFor(row[SERVICE] * convention.scale, 0));
            } else {
                file.problem.add(
                        file.call(place)
                                .needing("p" + row[PICK_UP], Load.ambient(-row[DEMAND], 0, 0)));
            }
        }
        return file.problem.build();
    }

    private static int indexOf(List<String> lines, String heading) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(heading)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "No line %s; maybe this is no Solomon file".formatted(heading));
    }

    private static int[] numbers(String line, int columns) {
        int[] numbers =
                Stream.of(line.strip().split("\\s+"))
                        .mapToInt(word -> (int) Double.parseDouble(word))
                        .toArray();
        if (numbers.length < columns) {
            throw new IllegalArgumentException("%d columns expected: %s".formatted(columns, line));
        }
        return numbers;
    }

    private void vans(int count, int capacity) {
        for (int v = 0; v < count; v++) {
            problem.add(
                    Van.at("v" + v, 0)
                            .onShift(
                                    rows[0][READY] * convention.scale,
                                    rows[0][DUE] * convention.scale)
                            .carrying(Load.ambient(capacity, 0, 0)));
        }
    }

    private Call call(int place) {
        int[] row = rows[place];
        return Call.at("c" + place, place)
                .startingBetween(row[READY] * convention.scale, row[DUE] * convention.scale)
                .staying(row[SERVICE] * convention.scale);
    }

    private Travel travel() {
        int[][] distance = new int[rows.length][rows.length];
        for (int from = 0; from < rows.length; from++) {
            for (int to = 0; to < rows.length; to++) {
                distance[from][to] =
                        convention.travel(
                                Math.hypot(
                                        (double) rows[from][X] - rows[to][X],
                                        (double) rows[from][Y] - rows[to][Y]));
            }
        }
        return Travel.of(distance, distance);
    }
}
