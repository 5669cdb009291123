package de.mobilermarktplatz.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CutOffsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void twoDaysBeforeAtNoonMeansNoonOfTheRegion() {
        assertThat(CutOffs.instant(LocalDate.of(2026, 12, 1), 2, LocalTime.NOON, BERLIN))
                .isEqualTo(Instant.parse("2026-11-29T11:00:00Z"));
    }

    @Test
    void theHourOfTheWallClockCountsOnBothSidesOfTheChangeToSummerTime() {
        LocalDate monday = LocalDate.of(2027, 3, 29);
        assertThat(CutOffs.instant(monday, 2, LocalTime.of(18, 0), BERLIN))
                .isEqualTo(Instant.parse("2027-03-27T17:00:00Z"));
        assertThat(CutOffs.instant(monday, 1, LocalTime.of(18, 0), BERLIN))
                .isEqualTo(Instant.parse("2027-03-28T16:00:00Z"));
    }

    @Test
    void aTimeThatSummerTimeSkipsIsMovedForwardByTheMissingHour() {
        assertThat(CutOffs.instant(LocalDate.of(2027, 3, 29), 1, LocalTime.of(2, 30), BERLIN))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void ofATimeThatHappensTwiceTheLaterOneCounts() {
        assertThat(CutOffs.instant(LocalDate.of(2026, 10, 26), 1, LocalTime.of(2, 30), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void aLeadTimeBeyondTheBoundIsRefused() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        assertThat(CutOffs.instant(day, 28, LocalTime.NOON, BERLIN)).isNotNull();
        assertThatThrownBy(() -> CutOffs.instant(day, 29, LocalTime.NOON, BERLIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CutOffs.instant(day, -1, LocalTime.NOON, BERLIN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
