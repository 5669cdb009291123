package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.StopId;

/**
 * A spot where a van may stand.
 *
 * @param code stable short code within the region, for files and addresses
 * @param placeKey key of the place it belongs to
 * @param placeName name of that place
 */
public record Stop(
        StopId id, String code, String name, String placeKey, String placeName, GeoPoint at) {

    /** As people say it: "Güsten, Bürgerhaus"; the place is not said twice. */
    public String spokenName() {
        return name.startsWith(placeName) ? name : placeName + ", " + name;
    }
}
