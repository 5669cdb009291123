package de.mobilermarktplatz.ordering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class GermanTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void amountsHaveACommaTwoDigitsAndPointsForThousands() {
        assertThat(German.euros(Money.cents(5))).isEqualTo("0,05\u00a0€");
        assertThat(German.euros(Money.cents(123_405))).isEqualTo("1.234,05\u00a0€");
        assertThat(German.euros(Money.cents(-250))).isEqualTo("−2,50\u00a0€");
    }

    @Test
    void weightsBecomeKilogramsFromOneThousandGramsOn() {
        assertThat(German.quantity(Unit.PIECE, 2)).isEqualTo("2\u00a0Stück");
        assertThat(German.quantity(Unit.GRAM, 350)).isEqualTo("350\u00a0g");
        assertThat(German.quantity(Unit.GRAM, 1000)).isEqualTo("1\u00a0kg");
        assertThat(German.quantity(Unit.GRAM, 1550)).isEqualTo("1,55\u00a0kg");
    }

    @Test
    void aCutOffIsSaidInWordsBeforeAndAfter() {
        Instant cutOff = Instant.parse("2026-11-24T11:00:00Z");
        assertThat(German.cutOff(cutOff, MONDAY, ZONE))
                .isEqualTo("Bestellbar bis morgen, 12:00 Uhr");
        assertThat(German.cutOff(cutOff, cutOff, ZONE))
                .isEqualTo("Bestellschluss war heute, 12:00 Uhr");
    }
}
