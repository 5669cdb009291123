package de.mobilermarktplatz.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CutOffTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void twoDaysBeforeAtNoonMeansNoonOfTheRegion() {
        assertThat(Producer.cutOff(LocalDate.of(2026, 12, 1), 2, LocalTime.NOON, BERLIN))
                .isEqualTo(Instant.parse("2026-11-29T11:00:00Z"));
    }

    @Test
    void theHourOfTheWallClockCountsOnBothSidesOfTheChangeToSummerTime() {
        LocalDate monday = LocalDate.of(2027, 3, 29);
        assertThat(Producer.cutOff(monday, 2, LocalTime.of(18, 0), BERLIN))
                .isEqualTo(Instant.parse("2027-03-27T17:00:00Z"));
        assertThat(Producer.cutOff(monday, 1, LocalTime.of(18, 0), BERLIN))
                .isEqualTo(Instant.parse("2027-03-28T16:00:00Z"));
    }

    @Test
    void aTimeThatSummerTimeSkipsIsMovedForwardByTheMissingHour() {
        assertThat(Producer.cutOff(LocalDate.of(2027, 3, 29), 1, LocalTime.of(2, 30), BERLIN))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void ofATimeThatHappensTwiceTheLaterOneCounts() {
        assertThat(Producer.cutOff(LocalDate.of(2026, 10, 26), 1, LocalTime.of(2, 30), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void aLeadTimeBeyondTheBoundIsRefused() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        assertThat(Producer.cutOff(day, 28, LocalTime.NOON, BERLIN)).isNotNull();
        assertThatThrownBy(() -> Producer.cutOff(day, 29, LocalTime.NOON, BERLIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Producer.cutOff(day, -1, LocalTime.NOON, BERLIN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
