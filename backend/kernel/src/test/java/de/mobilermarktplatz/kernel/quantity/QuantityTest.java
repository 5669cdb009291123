package de.mobilermarktplatz.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.mobilermarktplatz.kernel.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @Test
    void piecesAndGramsDoNotMix() {
        assertThat(Quantity.grams(200).plus(Quantity.grams(50))).isEqualTo(Quantity.grams(250));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.grams(200).minus(Quantity.pieces(1)))
                .withMessage("cannot mix 200 g with 1 pcs");
    }

    @ParameterizedTest
    @CsvSource({
        "1990,250,498",
        "1990,249,496",
        "120,2000,240",
        "100,5,1",
        "100,4,0",
        "1990,-250,-498"
    })
    void goodsByWeightCostCentsPerKilogramRoundedHalfUp(long perKilogram, long grams, long cents) {
        assertThat(PriceRule.total(Money.cents(perKilogram), Quantity.grams(grams)))
                .isEqualTo(Money.cents(cents));
    }

    @Test
    void piecesCostTheirPriceEach() {
        assertThat(PriceRule.total(Money.cents(325), Quantity.pieces(3)))
                .isEqualTo(Money.cents(975));
    }

    @Test
    void theUnitPriceIsPerKilogramOrLitre() {
        assertThat(
                        UnitPrice.of(Money.cents(649), UnitPrice.Content.GRAM, 500)
                                .orElseThrow()
                                .price())
                .isEqualTo(Money.cents(1298));
        assertThat(UnitPrice.of(Money.cents(280), UnitPrice.Content.MILLILITRE, 750).orElseThrow())
                .isEqualTo(new UnitPrice(Money.cents(373), UnitPrice.Content.MILLILITRE));
        assertThat(UnitPrice.Content.MILLILITRE.baseUnit()).isEqualTo("l");
    }

    @Test
    void aTinyPackageNeedsNoUnitPrice() {
        assertThat(UnitPrice.of(Money.cents(99), UnitPrice.Content.GRAM, 9)).isEmpty();
        assertThat(UnitPrice.of(Money.cents(99), UnitPrice.Content.GRAM, 10)).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitPrice.of(Money.cents(99), UnitPrice.Content.GRAM, 0));
    }
}
