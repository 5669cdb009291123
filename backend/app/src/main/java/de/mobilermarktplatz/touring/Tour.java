package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.VanId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One van on one market day.
 *
 * @param generation fencing number of the tablet that holds it; 0 while no tablet took it
 * @param device the tablet that holds it, or null
 * @param metres driven in all
 * @param visits in driving order
 */
public record Tour(
        TourId id,
        LocalDate day,
        VanId van,
        String vanName,
        TourState state,
        long generation,
        @Nullable DeviceId device,
        long metres,
        List<TourVisit> visits) {

    public long calls() {
        return visits.stream().filter(visit -> visit.call() != null).count();
    }
}
