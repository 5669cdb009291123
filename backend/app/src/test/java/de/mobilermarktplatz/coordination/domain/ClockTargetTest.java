package de.mobilermarktplatz.coordination.domain;

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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a demonstration's clock may jump to. */
class ClockTargetTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);
    private static final List<LocalDate> DAYS = List.of(THURSDAY, TUESDAY);
    private static final List<Producer> FARMS =
            List.of(farm("Backstube", 1), farm("Hof", 2), farm("Molkerei", 2));

    private static Producer farm(String name, int daysBefore) {
        return new Producer(
                new ProducerId(UUID.randomUUID()),
                name,
                null,
                "03471 1",
                new Producer.Address("", "", ""),
                new GeoPoint(51_800_000, 11_600_000),
                daysBefore,
                LocalTime.of(18, 0),
                LocalTime.of(6, 0),
                LocalTime.of(9, 0),
                600,
                SaleModel.COMMISSION,
                TaxStatus.STANDARD);
    }

    @Test
    void theNextCutOffNamesAllWhoseOrdersCloseThen() {
        Instant friday = Instant.parse("2026-11-27T09:00:00Z");
        assertThat(ClockTarget.nextCutOff(DAYS, FARMS, ZONE, friday))
                .contains(
                        new ClockTarget(
                                Instant.parse("2026-11-29T17:11:00Z"),
                                TUESDAY,
                                List.of("Hof", "Molkerei")));
        assertThat(ClockTarget.allCutOffs(DAYS, FARMS, ZONE, friday).orElseThrow().at())
                .isEqualTo(Instant.parse("2026-11-30T17:11:00Z"));
    }

    @Test
    void whatIsOverIsNotOffered() {
        Instant tuesdayNoon = Instant.parse("2026-12-01T11:00:00Z");
        assertThat(ClockTarget.nextCutOff(DAYS, FARMS, ZONE, tuesdayNoon).orElseThrow().day())
                .isEqualTo(THURSDAY);
        assertThat(ClockTarget.morning(DAYS, ZONE, tuesdayNoon).orElseThrow().at())
                .isEqualTo(Instant.parse("2026-12-03T04:30:00Z"));
        assertThat(ClockTarget.nextCutOff(List.of(), FARMS, ZONE, tuesdayNoon)).isEmpty();
        assertThat(ClockTarget.morning(List.of(TUESDAY), ZONE, tuesdayNoon)).isEmpty();
    }
}
