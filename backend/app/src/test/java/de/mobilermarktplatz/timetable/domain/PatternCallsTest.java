package de.mobilermarktplatz.timetable.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternCallsTest {

    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalTime ELEVEN = LocalTime.of(11, 0);

    private static Pattern fridays(int everyWeeks) {
        return new Pattern(
                DayOfWeek.FRIDAY, everyWeeks, TEN, ELEVEN, LocalDate.of(2026, 11, 30), null);
    }

    private static List<LocalDate> december(Pattern pattern, List<PatternException> exceptions) {
        return PatternCalls.between(
                        pattern,
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 12, 31),
                        CHRISTMAS::equals,
                        exceptions)
                .stream()
                .map(PlannedCall::day)
                .toList();
    }

    private static LocalDate december(int day) {
        return LocalDate.of(2026, 12, day);
    }

    @Test
    void aWeeklyPatternComesEveryWeekButNotOnHolidays() {
        assertThat(december(fridays(1), List.of()))
                .containsExactly(december(4), december(11), december(18));
    }

    @Test
    void aFortnightlyPatternCountsFromItsFirstWeekday() {
        assertThat(december(fridays(2), List.of())).containsExactly(december(4), december(18));
    }

    @Test
    void aHolidayDoesNotShiftTheFortnight() {
        Pattern fortnightly =
                new Pattern(DayOfWeek.FRIDAY, 2, TEN, ELEVEN, LocalDate.of(2026, 12, 11), null);
        assertThat(
                        PatternCalls.between(
                                        fortnightly,
                                        december(1),
                                        LocalDate.of(2027, 1, 8),
                                        CHRISTMAS::equals,
                                        List.of())
                                .stream()
                                .map(PlannedCall::day))
                .containsExactly(december(11), LocalDate.of(2027, 1, 8));
    }

    @Test
    void exceptionsCancelMoveAndLetRun() {
        List<PlannedCall> calls =
                PatternCalls.between(
                        fridays(1),
                        december(4),
                        december(25),
                        CHRISTMAS::equals,
                        List.of(
                                new PatternException.Cancelled(december(4)),
                                new PatternException.Moved(
                                        december(11), LocalTime.of(15, 0), LocalTime.of(15, 30)),
                                new PatternException.Runs(CHRISTMAS)));
        assertThat(calls)
                .containsExactly(
                        new PlannedCall(december(11), LocalTime.of(15, 0), LocalTime.of(15, 30)),
                        new PlannedCall(december(18), TEN, ELEVEN),
                        new PlannedCall(CHRISTMAS, TEN, ELEVEN));
    }

    @Test
    void aPatternEndsOnItsLastDay() {
        Pattern ending =
                new Pattern(
                        DayOfWeek.FRIDAY, 1, TEN, ELEVEN, LocalDate.of(2026, 1, 1), december(11));
        assertThat(december(ending, List.of())).containsExactly(december(4), december(11));
    }
}
