package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.kernel.id.CallId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The van at a stop, from-to, on a market day.
 *
 * @param from start of the published window, in the region's zone
 * @param to end of the published window, later the same day
 */
public record Call(CallId id, Stop stop, LocalDate day, LocalTime from, LocalTime to) {

    public Instant start(ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    public Instant end(ZoneId zone) {
        return day.atTime(to).atZone(zone).toInstant();
    }
}
