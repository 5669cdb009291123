package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.kernel.geo.GeoPoint;

/** How far and how long a van drives. */
public interface TravelTimes {

    /** Never fails: two points of a county always have a way. */
    Leg between(GeoPoint from, GeoPoint to);

    /** What the times were computed with, in German, for the page of a plan. */
    String source();

    /**
     * One drive from door to door.
     *
     * @param metres whole metres, at least 0
     * @param seconds whole seconds, at least 0
     */
    record Leg(int metres, int seconds) {}
}
