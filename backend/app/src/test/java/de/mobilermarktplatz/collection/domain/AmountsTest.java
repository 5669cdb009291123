package de.mobilermarktplatz.collection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,5|12500", "12.5|12500", "0,005|5", "3 kg|3000", "0|0", "7|7000"})
    void kilogramsAreReadAsGrams(String text, long grams) {
        assertThat(Amounts.parse(Unit.GRAM, text)).contains(grams);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1,5", "zwei", "12345678", "1 2", "1e3"})
    void whatIsNoNumberOfPiecesIsNotGuessed(String text) {
        assertThat(Amounts.parse(Unit.PIECE, text)).isEmpty();
    }

    @Test
    void whatIsShownIsReadBackAsTheSame() {
        for (long grams : new long[] {0, 1, 50, 999, 1000, 12_500, 1_234_567}) {
            assertThat(Amounts.parse(Unit.GRAM, Amounts.number(Unit.GRAM, grams))).contains(grams);
        }
        assertThat(Amounts.text(Unit.GRAM, 12_500)).isEqualTo("12,5 kg");
        assertThat(Amounts.text(Unit.PIECE, 12)).isEqualTo("12 Stück");
    }
}
