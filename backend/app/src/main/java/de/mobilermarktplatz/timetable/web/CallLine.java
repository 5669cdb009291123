package de.mobilermarktplatz.timetable.web;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.NextCall;
import java.time.LocalDate;

/**
 * One call as a page lists it.
 *
 * @param distance "350 m", or empty when nothing is known about the way
 * @param link where one orders for this call
 */
record CallLine(String day, String time, String stop, String distance, String link) {

    static CallLine of(Region region, NextCall next, LocalDate today) {
        Call call = next.call();
        return new CallLine(
                GermanDays.relativeDay(call.day(), today),
                GermanDays.time(call.from()) + "–" + GermanDays.time(call.to()) + " Uhr",
                call.stop().spokenName(),
                next.walkMetres().isEmpty()
                        ? ""
                        : GermanDays.distance(next.walkMetres().getAsInt()),
                "/r/" + region.slug() + "/halt/" + call.id());
    }
}
