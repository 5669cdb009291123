package de.mobilermarktplatz.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which market days a sample county has lived and lives, whatever day it is first looked at. The
 * day of that look itself is never one: it could be neither finished nor planned.
 *
 * @param today the day of the first look
 * @param finished the last market day before today: the county's very first
 * @param planned the next market day after today
 */
record StoryDays(LocalDate today, LocalDate finished, LocalDate planned) {

    /** Longer than the longest time that a producer wants orders before a market day. */
    private static final int DAYS_OF_PREPARATION = 5;

    private static final int FARTHEST = 60;

    /**
     * @param weekdays on which vans drive; at least two
     */
    static StoryDays of(LocalDate today, Set<DayOfWeek> weekdays, Predicate<LocalDate> holiday) {
        Predicate<LocalDate> drives =
                day -> weekdays.contains(day.getDayOfWeek()) && !holiday.test(day);
        LocalDate finished =
                Stream.iterate(today.minusDays(1), day -> day.minusDays(1))
                        .limit(FARTHEST)
                        .filter(day -> day.getDayOfWeek() != today.getDayOfWeek())
                        .filter(drives)
                        .findFirst()
                        .orElseThrow();
        LocalDate planned =
                Stream.iterate(today.plusDays(1), day -> day.plusDays(1))
                        .limit(FARTHEST)
                        .filter(drives)
                        .findFirst()
                        .orElseThrow();
        return new StoryDays(today, finished, planned);
    }

    /** The day on which the county's office enters everything. */
    LocalDate begin() {
        return finished.minusDays(DAYS_OF_PREPARATION);
    }

    /**
     * From when on the vans drive on a weekday: never before the finished day, never today, so that
     * no day lies between the finished and the planned one.
     */
    LocalDate validFrom(DayOfWeek weekday) {
        return weekday == today.getDayOfWeek() ? today.plusDays(1) : finished;
    }
}
