package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.StopId;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One stop of the tour, in its order.
 *
 * @param number from 1
 * @param name what the driver reads, such as village and street
 * @param place null for a break
 * @param call set for a call, {@code stop} too; {@code producer} for a pick-up
 * @param from local time of the region
 * @param until local time of the region
 */
public record Visit(
        int number,
        VisitKind kind,
        String name,
        @Nullable GeoPoint place,
        @Nullable CallId call,
        @Nullable StopId stop,
        @Nullable ProducerId producer,
        LocalTime from,
        LocalTime until) {}
