package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.touring.TourVisit;
import java.util.List;

/** A plan as it is stored: one tour for each van that is used, and the calls nobody serves. */
public record PlannedDay(List<PlannedTour> tours, List<LeftOut> leftOut) {

    public PlannedDay {
        tours = List.copyOf(tours);
        leftOut = List.copyOf(leftOut);
    }

    public record PlannedTour(VanId van, long metres, List<TourVisit> visits) {}

    /**
     * @param reason in German, for the desk
     */
    public record LeftOut(CallId call, String reason) {}
}
