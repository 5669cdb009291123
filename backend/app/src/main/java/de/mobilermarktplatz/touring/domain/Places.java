package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.planner.problem.Travel;
import de.mobilermarktplatz.timetable.TravelTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Numbers the places of a day and measures the ways between them. */
final class Places {

    private static final int MINUTE = 60;

    private final Map<GeoPoint, Integer> numbers = new HashMap<>();
    private final List<GeoPoint> points = new ArrayList<>();

    void add(GeoPoint point) {
        if (numbers.putIfAbsent(point, points.size()) == null) {
            points.add(point);
        }
    }

    /** Of a point that was added before; the same point always has the same number. */
    int number(GeoPoint point) {
        return Objects.requireNonNull(numbers.get(point), "a place that was added");
    }

    /**
     * Driving times are rounded up to whole minutes: people read minutes, and the rest is a little
     * slack on each leg.
     */
    Travel travel(TravelTimes times) {
        int size = points.size();
        int[][] seconds = new int[size][size];
        int[][] metres = new int[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                if (from != to) {
                    TravelTimes.Leg leg = times.between(points.get(from), points.get(to));
                    seconds[from][to] = wholeMinutes(leg.seconds());
                    metres[from][to] = leg.metres();
                }
            }
        }
        return Travel.of(seconds, metres);
    }

    static int wholeMinutes(int seconds) {
        return Math.multiplyExact(Math.ceilDiv(seconds, MINUTE), MINUTE);
    }
}
