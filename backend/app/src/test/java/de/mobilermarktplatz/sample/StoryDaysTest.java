package de.mobilermarktplatz.sample;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever weekday the program is first started on, early or late. */
class StoryDaysTest {

    private static final Set<DayOfWeek> WEEKDAYS = Set.of(TUESDAY, THURSDAY, SATURDAY);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final List<NamedCsvRecord> PRODUCERS =
            new CountyFolder("salzlandkreis").rows("producers.csv");

    static Stream<Arguments> everyDayOfAWeekAtTwoTimes() {
        return LocalDate.of(2026, 11, 23)
                .datesUntil(LocalDate.of(2026, 11, 30))
                .flatMap(
                        day ->
                                Stream.of(LocalTime.of(0, 30), LocalTime.of(19, 0))
                                        .map(time -> Arguments.of(day, time)));
    }

    @ParameterizedTest
    @MethodSource("everyDayOfAWeekAtTwoTimes")
    void oneDayIsFinishedOneIsPlannedAndNoneLiesBetween(LocalDate today, LocalTime time) {
        StoryDays days = StoryDays.of(today, WEEKDAYS, day -> false);
        assertThat(days.finished()).isBefore(today).isAfter(today.minusDays(5));
        assertThat(days.planned()).isAfter(today).isBefore(today.plusDays(4));
        assertThat(
                        days.begin()
                                .datesUntil(days.planned())
                                .filter(day -> WEEKDAYS.contains(day.getDayOfWeek()))
                                .filter(day -> !day.isBefore(days.validFrom(day.getDayOfWeek()))))
                .containsExactly(days.finished());
        assertThat(days.validFrom(days.planned().getDayOfWeek())).isBeforeOrEqualTo(days.planned());

        Instant now = today.atTime(time).atZone(ZONE).toInstant();
        Storyline line = new Storyline(days, ZONE, now, PRODUCERS);
        assertThat(line.requests(days.finished())).as("one for each cut-off").hasSize(4);
        assertThat(line.requests(days.planned())).as("some cut-off has passed").isNotEmpty();
        assertThat(line.on(days.finished(), 17)).isBefore(now);
        for (LocalDate day : List.of(days.finished(), days.planned())) {
            List<Storyline.Rush> rushes = line.rushes(day, 100);
            assertThat(rushes.getLast().to()).isEqualTo(100);
            assertThat(rushes).allMatch(rush -> rush.at().isBefore(now));
            assertThat(rushes).allMatch(rush -> rush.at().isAfter(line.entered()));
        }
    }

    @ParameterizedTest
    @MethodSource("everyDayOfAWeekAtTwoTimes")
    void holidaysAreNoMarketDays(LocalDate today) {
        LocalDate usual = StoryDays.of(today, WEEKDAYS, day -> false).finished();
        StoryDays days = StoryDays.of(today, WEEKDAYS, usual::equals);
        assertThat(days.finished()).isBefore(usual);
    }
}
