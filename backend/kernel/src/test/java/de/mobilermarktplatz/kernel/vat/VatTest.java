package de.mobilermarktplatz.kernel.vat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.mobilermarktplatz.kernel.Seeds;
import de.mobilermarktplatz.kernel.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatTest {

    private final VatRates rates = VatRates.german();

    @ParameterizedTest
    @CsvSource({
        "GENERAL,2026-05-04,1900", "REDUCED,2026-05-04,700", "FARM,2026-05-04,780",
                "FARM,2024-12-31,840",
        "FARM,2024-12-05,900", "FARM,2022-06-01,950", "FARM,2021-06-01,1070",
                "TAX_FREE,2026-05-04,0"
    })
    void theRateOfADayHolds(VatKey key, LocalDate day, int basisPoints) {
        assertThat(rates.basisPoints(key, day)).isEqualTo(basisPoints);
    }

    @Test
    void aDayBeforeTheFirstRateHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates.basisPoints(VatKey.FARM, LocalDate.of(2019, 1, 1)))
                .withMessageContaining("FARM");
    }

    /** The three shares of the worked basket: 19 % of 2.70, 7 % of 8.90, 7.8 % of 3.50. */
    @ParameterizedTest
    @CsvSource({
        "270,1900,227,43",
        "890,700,832,58",
        "350,780,325,25",
        "-890,700,-832,-58",
        "100,0,100,0"
    })
    void netIsGrossByOnePlusRateRoundedHalfUp(long gross, int basisPoints, long net, long vat) {
        VatShare share = VatShare.of(VatKey.GENERAL, Money.cents(gross), basisPoints);

        assertThat(share.net()).isEqualTo(Money.cents(net));
        assertThat(share.vat()).isEqualTo(Money.cents(vat));
    }

    @Test
    void netAndVatAlwaysMakeGrossAndTheReversalMirrorsIt() {
        Seeds.forEach(
                2_000,
                random -> {
                    Money gross = Money.cents(random.nextLong(-10_000_000, 10_000_000));
                    int basisPoints = random.nextInt(3_000);

                    VatShare share = VatShare.of(VatKey.REDUCED, gross, basisPoints);

                    assertThat(share.net().plus(share.vat())).isEqualTo(gross);
                    assertThat(VatShare.of(VatKey.REDUCED, gross.negate(), basisPoints))
                            .isEqualTo(share.negate());
                    long exactTimes =
                            gross.cents() * 10_000 - share.net().cents() * (10_000 + basisPoints);
                    assertThat(Math.abs(2 * exactTimes)).isLessThanOrEqualTo(10_000 + basisPoints);
                });
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,3", "4,4", "5,5", "6,5", "7,5", "8,5", "11,1", "22,2", "43,3"})
    void theSlotFollowsTheKeyNotTheRate(int code, int slot) {
        assertThat(VatKey.ofCode(code).slot()).isEqualTo(slot);
        assertThat(VatKey.ofCode(code).code()).isEqualTo(code);
    }

    @Test
    void aReservedKeyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VatKey.ofCode(9))
                .withMessageContaining("9");
    }
}
