package de.mobilermarktplatz.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When ordering from a producer ends for a market day. */
public final class CutOffs {

    /** The longest lead time a producer may ask for; calls are published eight weeks ahead. */
    public static final int MAX_DAYS_BEFORE = 28;

    private CutOffs() {}

    /**
     * The first instant at which an order is too late.
     *
     * <p>The wall clock of the region counts. A time that the change to summer time skips is moved
     * forward by the hour that is missing; of a time that happens twice in autumn the later one
     * counts, so that nobody is refused before the clock on the wall says so.
     *
     * @param daysBefore 0 to {@value #MAX_DAYS_BEFORE} days before the market day
     */
    public static Instant instant(
            LocalDate marketDay, int daysBefore, LocalTime time, ZoneId zone) {
        if (daysBefore < 0 || daysBefore > MAX_DAYS_BEFORE) {
            throw new IllegalArgumentException(
                    "cut-off is %d days before the market day, allowed are 0 to %d"
                            .formatted(daysBefore, MAX_DAYS_BEFORE));
        }
        return ZonedDateTime.of(marketDay.minusDays(daysBefore), time, zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }
}
