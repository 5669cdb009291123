package de.mobilermarktplatz.tablet.ui.pay;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import org.junit.jupiter.api.Test;

class TenderedTest {
    private final Tendered cash = new Tendered(Money.cents(680));

    @Test
    void notesAddUpAndTheChangeIsReadAtOnce() {
        cash.note(5);
        assertThat(cash.isEnough().get()).isFalse();
        assertThat(cash.differenceWords().get()).isEqualTo("Es fehlen");
        assertThat(cash.difference().get()).isEqualTo("1,80 €");
        cash.note(5);
        assertThat(cash.isEnough().get()).isTrue();
        assertThat(cash.differenceWords().get()).isEqualTo("Rückgeld");
        assertThat(cash.difference().get()).isEqualTo("3,20 €");
    }

    @Test
    void digitsAreTypedAsOnATillCentsLast() {
        type(7, 0, 0);
        assertThat(cash.given().get()).isEqualTo(Money.euros(7, 0));
        cash.erase();
        assertThat(cash.given().get()).isEqualTo(Money.cents(70));
    }

    @Test
    void aDigitAfterANoteBeginsAnew() {
        cash.note(50);
        type(9, 0, 0);
        assertThat(cash.given().get()).isEqualTo(Money.euros(9, 0));
        cash.clear();
        assertThat(cash.given().get()).isEqualTo(Money.ZERO);
    }

    @Test
    void moreThanADrawerHoldsCannotBeTyped() {
        type(9, 9, 9, 9, 9, 9, 9, 9, 9);
        assertThat(cash.given().get()).isEqualTo(Money.euros(9_999, 99));
    }

    @Test
    void theChangeIsNamedInNotesAndCoins() {
        assertThat(Tendered.pieces(Money.cents(1370)).replace('\u00a0', ' '))
                .isEqualTo("1 × 10 €   1 × 2 €   1 × 1 €   1 × 50 ct   1 × 20 ct");
        assertThat(Tendered.pieces(Money.ZERO)).isEmpty();
    }

    private void type(int... digits) {
        for (int digit : digits) {
            cash.digit(digit);
        }
    }
}
