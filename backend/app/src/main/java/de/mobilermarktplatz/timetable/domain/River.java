package de.mobilermarktplatz.timetable.domain;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import java.util.List;

/**
 * Water that is crossed at few points only.
 *
 * @param line at least two points along the water
 * @param crossings bridges and ferries; at least one
 */
public record River(String name, List<GeoPoint> line, List<Crossing> crossings) {

    /**
     * A bridge or ferry.
     *
     * @param waitSeconds what it costs beside the way, 0 for a bridge
     */
    public record Crossing(GeoPoint at, int waitSeconds) {}

    public River {
        line = List.copyOf(line);
        crossings = List.copyOf(crossings);
        if (line.size() < 2 || crossings.isEmpty()) {
            throw new IllegalArgumentException(
                    "river %s needs two points and a crossing".formatted(name));
        }
    }

    /**
     * True when the straight way meets the water an odd number of times: its ends lie on two banks.
     */
    boolean separates(GeoPoint from, GeoPoint to) {
        boolean apart = false;
        for (int i = 1; i < line.size(); i++) {
            apart ^= meet(from, to, line.get(i - 1), line.get(i));
        }
        return apart;
    }

    private static boolean meet(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) {
        return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
    }

    /**
     * True when p is left of the line from a to b; products of micro-degrees stay far below 2^63.
     */
    private static boolean side(GeoPoint a, GeoPoint b, GeoPoint p) {
        long abLat = (long) b.latE6() - a.latE6();
        long abLon = (long) b.lonE6() - a.lonE6();
        long apLat = (long) p.latE6() - a.latE6();
        long apLon = (long) p.lonE6() - a.lonE6();
        return abLon * apLat - abLat * apLon > 0;
    }
}
