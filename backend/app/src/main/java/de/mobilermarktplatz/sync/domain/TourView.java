package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param day the market day
 * @param generation of the tablet's lease, 0 while no tablet took it
 * @param device that holds the lease, null for none
 * @param closed whether it is over
 * @param calls in driving order; empty unless the tour is to be closed
 */
public record TourView(
        LocalDate day,
        long generation,
        @Nullable DeviceId device,
        boolean closed,
        List<CallId> calls) {}
