package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A repeating call that the desk enters.
 *
 * @param everyWeeks 1 or 2, counted from the first such weekday on or after {@code validFrom}
 * @param validUntil last day, or null while no end is known
 * @param millilitres room that orders may take of the van at each call; a class that is missing has
 *     none
 */
public record NewPattern(
        StopId stop,
        DayOfWeek weekday,
        int everyWeeks,
        LocalTime from,
        LocalTime to,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Map<ColdClass, Long> millilitres) {

    public NewPattern {
        millilitres = Map.copyOf(millilitres);
    }
}
