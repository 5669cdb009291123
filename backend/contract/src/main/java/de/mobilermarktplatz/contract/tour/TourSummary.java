package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.VanId;
import java.time.LocalDate;

/**
 * A tour in the list.
 *
 * @param generation of its lease; 0 while no tablet took it
 * @param taken whether another tablet holds it
 */
public record TourSummary(
        TourId tour,
        LocalDate day,
        VanId van,
        String vanName,
        int calls,
        int orders,
        long generation,
        boolean taken) {}
