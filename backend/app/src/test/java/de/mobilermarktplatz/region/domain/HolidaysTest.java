package de.mobilermarktplatz.region.domain;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    @Test
    void saxonyAnhaltHasElevenHolidays() {
        assertThat(Holidays.of(GermanState.ST, 2026))
                .containsExactly(
                        entry(LocalDate.of(2026, 1, 1), "Neujahr"),
                        entry(LocalDate.of(2026, 1, 6), "Heilige Drei Könige"),
                        entry(LocalDate.of(2026, 4, 3), "Karfreitag"),
                        entry(LocalDate.of(2026, 4, 6), "Ostermontag"),
                        entry(LocalDate.of(2026, 5, 1), "Tag der Arbeit"),
                        entry(LocalDate.of(2026, 5, 14), "Christi Himmelfahrt"),
                        entry(LocalDate.of(2026, 5, 25), "Pfingstmontag"),
                        entry(LocalDate.of(2026, 10, 3), "Tag der Deutschen Einheit"),
                        entry(LocalDate.of(2026, 10, 31), "Reformationstag"),
                        entry(LocalDate.of(2026, 12, 25), "1. Weihnachtstag"),
                        entry(LocalDate.of(2026, 12, 26), "2. Weihnachtstag"));
    }

    /**
     * Dates as published by the Physikalisch-Technische Bundesanstalt, the extremes of the century
     * included.
     */
    @ParameterizedTest
    @CsvSource({
        "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20",
        "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19"
    })
    void easterFallsOnTheKnownSunday(LocalDate easter) {
        assertThat(Easter.sunday(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void everyStateHasTheNineCommonHolidays() {
        List<LocalDate> common =
                Holidays.of(GermanState.HE, 2027).keySet().stream()
                        .filter(
                                day ->
                                        !Holidays.of(GermanState.HE, 2027)
                                                .get(day)
                                                .equals("Fronleichnam"))
                        .toList();
        assertThat(common).hasSize(9);
        for (GermanState state : GermanState.values()) {
            assertThat(Holidays.of(state, 2027).keySet()).containsAll(common);
        }
    }

    @Test
    void saxonyKeepsRepentanceDayOnTheWednesdayBeforeTheLastSundayOfTheChurchYear() {
        assertThat(Holidays.isHoliday(GermanState.SN, LocalDate.of(2026, 11, 18))).isTrue();
        assertThat(Holidays.isHoliday(GermanState.SN, LocalDate.of(2033, 11, 16))).isTrue();
        assertThat(Holidays.isHoliday(GermanState.ST, LocalDate.of(2026, 11, 18))).isFalse();
    }
}
