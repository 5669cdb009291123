package de.mobilermarktplatz.timetable.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a pattern to the calls of a span of days. */
public final class PatternCalls {

    private PatternCalls() {}

    /**
     * @param first first day that may have a call
     * @param last last day that may have a call
     * @param exceptions at most one for each day
     */
    public static List<PlannedCall> between(
            Pattern pattern,
            LocalDate first,
            LocalDate last,
            Predicate<LocalDate> holiday,
            List<PatternException> exceptions) {
        Map<LocalDate, PatternException> byDay =
                exceptions.stream()
                        .collect(Collectors.toMap(PatternException::day, Function.identity()));
        return first.datesUntil(last.plusDays(1))
                .filter(pattern::fallsOn)
                .flatMap(day -> on(day, pattern, holiday, byDay))
                .toList();
    }

    private static Stream<PlannedCall> on(
            LocalDate day,
            Pattern pattern,
            Predicate<LocalDate> holiday,
            Map<LocalDate, PatternException> exceptions) {
        PlannedCall usual = new PlannedCall(day, pattern.from(), pattern.to());
        return switch (exceptions.get(day)) {
            case PatternException.Cancelled _ -> Stream.empty();
            case PatternException.Runs _ -> Stream.of(usual);
            case PatternException.Moved moved ->
                    Stream.of(new PlannedCall(day, moved.from(), moved.to()));
            case null -> holiday.test(day) ? Stream.empty() : Stream.of(usual);
        };
    }
}
