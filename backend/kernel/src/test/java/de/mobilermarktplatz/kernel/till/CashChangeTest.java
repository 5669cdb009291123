package de.mobilermarktplatz.kernel.till;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.CashChange.Back;
import de.mobilermarktplatz.kernel.till.CashChange.Pieces;
import de.mobilermarktplatz.kernel.till.CashChange.TooLittle;
import java.util.List;
import org.junit.jupiter.api.Test;

class CashChangeTest {

    @Test
    void changeIsGivenInTheFewestCoinsAndNotes() {
        assertThat(CashChange.of(Money.euros(12, 34), Money.euros(20, 0)))
                .isEqualTo(
                        new Back(
                                Money.euros(7, 66),
                                List.of(
                                        new Pieces(500, 1),
                                        new Pieces(200, 1),
                                        new Pieces(50, 1),
                                        new Pieces(10, 1),
                                        new Pieces(5, 1),
                                        new Pieces(1, 1))));
    }

    @Test
    void tooLittleSaysWhatIsMissing() {
        assertThat(CashChange.of(Money.euros(12, 34), Money.euros(10, 0)))
                .isEqualTo(new TooLittle(Money.euros(2, 34)));
    }

    @Test
    void theExactAmountLeavesNothing() {
        assertThat(CashChange.of(Money.euros(5, 0), Money.euros(5, 0)))
                .isEqualTo(new Back(Money.ZERO, List.of()));
    }

    @Test
    void aNegativeTotalIsPaidOut() {
        assertThat(CashChange.of(Money.cents(-50), Money.ZERO))
                .isEqualTo(new Back(Money.cents(50), List.of(new Pieces(50, 1))));
    }

    @Test
    void likelyAmountsAreOfferedAsKeys() {
        assertThat(CashChange.suggestions(Money.euros(12, 34)))
                .extracting(Money::toString)
                .containsExactly("12.34", "13.00", "15.00", "20.00", "50.00", "100.00");
        assertThat(CashChange.suggestions(Money.ZERO)).isEmpty();
    }
}
