package de.mobilermarktplatz.coordination.domain;

import de.mobilermarktplatz.catalogue.Producer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A moment worth jumping to in a demonstration.
 *
 * @param day the market day that it is about
 * @param producers whose orders close then; empty when it is about none
 */
public record ClockTarget(Instant at, LocalDate day, List<String> producers) {

    /** Requests are made ten minutes after the cut-off; a minute more lets the job see it. */
    private static final Duration AFTER_CUT_OFF = Duration.ofMinutes(11);

    private static final LocalTime MORNING = LocalTime.of(5, 30);

    /**
     * Just after the next cut-off.
     *
     * @param days open market days
     */
    public static Optional<ClockTarget> nextCutOff(
            List<LocalDate> days, List<Producer> producers, ZoneId zone, Instant now) {
        return cutOffs(days, producers, zone, now)
                .min(Comparator.comparing(ClockTarget::at).thenComparing(ClockTarget::day))
                .map(first -> first.withAll(cutOffs(days, producers, zone, now).toList()));
    }

    /** After the last cut-off of the first day that still has one. */
    public static Optional<ClockTarget> allCutOffs(
            List<LocalDate> days, List<Producer> producers, ZoneId zone, Instant now) {
        return days.stream()
                .sorted()
                .flatMap(
                        day ->
                                cutOffs(List.of(day), producers, zone, now)
                                        .max(Comparator.comparing(ClockTarget::at))
                                        .stream())
                .findFirst()
                .map(last -> new ClockTarget(last.at(), last.day(), List.of()));
    }

    /** Early on the next market day. */
    public static Optional<ClockTarget> morning(List<LocalDate> days, ZoneId zone, Instant now) {
        return days.stream()
                .sorted()
                .map(
                        day ->
                                new ClockTarget(
                                        day.atTime(MORNING).atZone(zone).toInstant(),
                                        day,
                                        List.of()))
                .filter(target -> target.at().isAfter(now))
                .findFirst();
    }

    private static Stream<ClockTarget> cutOffs(
            List<LocalDate> days, List<Producer> producers, ZoneId zone, Instant now) {
        return days.stream()
                .flatMap(
                        day ->
                                producers.stream()
                                        .map(
                                                producer ->
                                                        new ClockTarget(
                                                                producer.cutOff(day, zone)
                                                                        .plus(AFTER_CUT_OFF),
                                                                day,
                                                                List.of(producer.name()))))
                .filter(target -> target.at().isAfter(now));
    }

    private ClockTarget withAll(List<ClockTarget> others) {
        return new ClockTarget(
                at,
                day,
                others.stream()
                        .filter(other -> other.at.equals(at) && other.day.equals(day))
                        .flatMap(other -> other.producers.stream())
                        .toList());
    }
}
