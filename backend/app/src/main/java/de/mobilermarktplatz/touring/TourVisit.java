package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.StopId;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One stop of a tour.
 *
 * @param number from 1, in driving order
 * @param place null for a break
 * @param arrive local time of the region, like {@code leave}
 * @param metres driven from the visit before
 */
public record TourVisit(
        int number,
        Kind kind,
        String name,
        @Nullable GeoPoint place,
        @Nullable CallId call,
        @Nullable StopId stop,
        @Nullable ProducerId producer,
        LocalTime arrive,
        LocalTime leave,
        int metres) {

    /** The same visit at another position. */
    public TourVisit numbered(int position) {
        return new TourVisit(
                position, kind, name, place, call, stop, producer, arrive, leave, metres);
    }

    /** Why the van stops. */
    public enum Kind {
        DEPOT,
        PICK_UP,
        CALL,
        BREAK
    }
}
