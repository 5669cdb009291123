package de.mobilermarktplatz.region.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRate;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTableTest {

    @Test
    void aRateThatTheOfficeAddsHoldsFromItsDayOn() {
        VatRates rates =
                RateTable.merge(
                        VatRates.german(),
                        List.of(new VatRate(VatKey.FARM, LocalDate.of(2027, 1, 1), 700)));

        assertThat(rates.basisPoints(VatKey.FARM, LocalDate.of(2026, 12, 31))).isEqualTo(780);
        assertThat(rates.basisPoints(VatKey.FARM, LocalDate.of(2027, 1, 1))).isEqualTo(700);
    }

    @Test
    void aCorrectedRateReplacesTheOneOfTheSameKeyAndDay() {
        VatRates rates =
                RateTable.merge(
                        VatRates.german(),
                        List.of(new VatRate(VatKey.FARM, LocalDate.of(2025, 1, 1), 790)));

        assertThat(rates.basisPoints(VatKey.FARM, LocalDate.of(2026, 1, 1))).isEqualTo(790);
        assertThat(rates.rows()).hasSameSizeAs(VatRates.german().rows());
    }
}
