package de.mobilermarktplatz.collection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.SaleModel;
import de.mobilermarktplatz.catalogue.TaxStatus;
import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.ProducerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private static Producer closing(int days, LocalTime time) {
        return new Producer(
                new ProducerId(UUID.randomUUID()),
                "Hof Beispiel",
                null,
                null,
                new Producer.Address("", "", ""),
                new GeoPoint(51_800_000, 11_700_000),
                days,
                time,
                LocalTime.of(6, 0),
                LocalTime.of(8, 0),
                600,
                SaleModel.COMMISSION,
                TaxStatus.STANDARD);
    }

    @Test
    void aRequestWaitsForTheLastLeaseToEnd() {
        Producer farm = closing(1, LocalTime.of(18, 0));
        Instant cutOff = Instant.parse("2026-11-25T17:00:00Z");
        assertThat(farm.cutOff(THURSDAY, ZONE)).isEqualTo(cutOff);
        assertThat(Deadlines.frozen(farm, THURSDAY, ZONE, cutOff.plusSeconds(599))).isFalse();
        assertThat(Deadlines.frozen(farm, THURSDAY, ZONE, cutOff.plusSeconds(600))).isTrue();
    }

    @Test
    void anAnswerHasTwelveHoursButTwoHoursBeforeThePickUpAtTheLatest() {
        Producer early = closing(2, LocalTime.of(18, 0));
        Instant made = Instant.parse("2026-11-24T17:10:00Z");
        assertThat(Deadlines.answerBy(early, THURSDAY, ZONE, made))
                .isEqualTo("2026-11-25T05:10:00Z");
        Producer late = closing(1, LocalTime.of(18, 0));
        assertThat(Deadlines.answerBy(late, THURSDAY, ZONE, Instant.parse("2026-11-25T17:10:00Z")))
                .isEqualTo("2026-11-26T03:00:00Z");
        assertThat(Deadlines.answerBy(late, THURSDAY, ZONE, Instant.parse("2026-11-26T04:00:00Z")))
                .isEqualTo("2026-11-26T04:30:00Z");
    }

    @Test
    void ofAnHourThatComesTwiceTheLaterOneCloses() {
        Producer owl = closing(0, LocalTime.of(2, 30));
        assertThat(owl.cutOff(LocalDate.of(2026, 10, 25), ZONE)).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(owl.cutOff(LocalDate.of(2026, 3, 29), ZONE)).isEqualTo("2026-03-29T01:30:00Z");
    }
}
