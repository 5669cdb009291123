package de.mobilermarktplatz.timetable.domain;

import de.mobilermarktplatz.kernel.geo.GeoPoint;

/** About how far one walks: villages have few straight ways. */
public final class WalkingDistance {

    /** Paths in villages are about a quarter longer than the straight line. */
    private static final int DETOUR_PER_CENT = 125;

    private WalkingDistance() {}

    /**
     * In metres, rounded to tens below a kilometre and to hundreds above: nobody measures his way.
     */
    public static int metres(GeoPoint from, GeoPoint to) {
        int way = from.greatCircleMetres(to) * DETOUR_PER_CENT / 100;
        int step = way < 1000 ? 10 : 100;
        return (way + step / 2) / step * step;
    }
}
