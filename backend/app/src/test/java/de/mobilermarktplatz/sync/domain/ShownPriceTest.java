package de.mobilermarktplatz.sync.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row "price/catalogue changed": what somebody was shown holds, a day beyond its end. */
class ShownPriceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Money OLD = Money.cents(250);
    private static final Money NEW = Money.cents(280);
    private static final List<ShownPrice> KNOWN =
            List.of(new ShownPrice(OLD, NOON), new ShownPrice(NEW, null));

    @Test
    void thePriceThatIsShownNowHolds() {
        assertThat(ShownPrice.holds(NEW, NOON.plus(Duration.ofDays(9)), KNOWN)).isTrue();
    }

    @Test
    void aReplacedPriceHoldsForADay() {
        assertThat(ShownPrice.holds(OLD, NOON.plus(Duration.ofHours(24)), KNOWN)).isTrue();
        assertThat(ShownPrice.holds(OLD, NOON.plus(Duration.ofHours(24)).plusMillis(1), KNOWN))
                .isFalse();
    }

    @Test
    void aPriceThatNobodyWasShownIsFlagged() {
        assertThat(ShownPrice.holds(Money.cents(1), NOON, KNOWN)).isFalse();
    }

    @Test
    void whereNothingIsKnownNothingIsSaidAgainstIt() {
        assertThat(ShownPrice.holds(OLD, NOON, List.of())).isTrue();
    }
}
