package de.mobilermarktplatz.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRate;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MarktplatzTest
class RatesAndSettingsTest {

    private static final LocalDate REFORMATION_DAY = LocalDate.of(2027, 10, 31);

    private final TestRegions regions;
    private final Rates rates;
    private final RegionSettings settings;
    private Region region;

    RatesAndSettingsTest(TestRegions regions, Rates rates, RegionSettings settings) {
        this.regions = regions;
        this.rates = rates;
        this.settings = settings;
    }

    @BeforeEach
    void aNewRegion() {
        region = regions.create();
    }

    @Test
    void aNewRegionStartsWithTheFederalRatesAndKeepsWhatItsOfficeAdds() {
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        assertThat(
                        TestRegions.run(region, rates.vatRates(region))
                                .basisPoints(VatKey.FARM, newYear))
                .isEqualTo(780);

        TestRegions.run(region, rates.put(region, new VatRate(VatKey.FARM, newYear, 710)));
        TestRegions.run(region, rates.put(region, new VatRate(VatKey.FARM, newYear, 700)));

        assertThat(
                        TestRegions.run(region, rates.vatRates(region))
                                .basisPoints(VatKey.FARM, newYear))
                .isEqualTo(700);
        assertThat(
                        TestRegions.run(region, rates.vatRates(region))
                                .basisPoints(VatKey.FARM, newYear.minusDays(1)))
                .isEqualTo(780);
    }

    @Test
    void theHolidaysAreThoseOfTheRegionsState() {
        assertThat(TestRegions.run(region, settings.holidays(region)).nameOf(REFORMATION_DAY))
                .contains("Reformationstag");
        TestRegions.run(region, settings.set(region, Setting.STATE, "HE"));
        assertThat(TestRegions.run(region, settings.holidays(region)).isHoliday(REFORMATION_DAY))
                .isFalse();
    }

    @Test
    void aStateThatDoesNotExistIsNamed() {
        TestRegions.run(region, settings.set(region, Setting.STATE, "XX"));
        assertThatThrownBy(() -> TestRegions.run(region, settings.holidays(region)))
                .hasMessageContaining("'XX'")
                .hasMessageContaining("Maybe");
    }
}
