package de.mobilermarktplatz.timetable.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * A repeating call: every week or every second week on one weekday.
 *
 * @param everyWeeks 1 or 2, counted from the first such weekday on or after {@code validFrom}
 * @param validUntil last day, or null while no end is known
 */
public record Pattern(
        DayOfWeek weekday,
        int everyWeeks,
        LocalTime from,
        LocalTime to,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public Pattern {
        if (everyWeeks < 1 || everyWeeks > 2) {
            throw new IllegalArgumentException(
                    "a pattern repeats every 1 or 2 weeks, not every " + everyWeeks);
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "window %s-%s ends before it starts. Maybe it passes midnight?"
                            .formatted(from, to));
        }
    }

    boolean fallsOn(LocalDate day) {
        if (day.getDayOfWeek() != weekday || day.isBefore(validFrom)) {
            return false;
        }
        if (validUntil != null && day.isAfter(validUntil)) {
            return false;
        }
        LocalDate first = validFrom.with(TemporalAdjusters.nextOrSame(weekday));
        return ChronoUnit.WEEKS.between(first, day) % everyWeeks == 0;
    }
}
