package de.mobilermarktplatz.tablet.ui.cashup;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.Denomination;
import de.mobilermarktplatz.kernel.money.Money;
import org.junit.jupiter.api.Test;

class CoinCounterTest {
    private final CoinCounter coins = new CoinCounter();

    @Test
    void tapsAndDigitsCountTheSameDrawer() {
        int twenty = CoinCounter.FACES.indexOf(2_000);
        coins.more(twenty, 1);
        coins.more(twenty, 1);
        coins.next();
        coins.digit(1);
        coins.digit(2);
        assertThat(coins.coins())
                .containsExactly(new Denomination(2_000, 2), new Denomination(1_000, 12));
        assertThat(coins.total().get()).isEqualTo(Money.euros(160, 0));
    }

    @Test
    void choosingAKindAgainTypesItAnew() {
        coins.choose(0);
        coins.digit(3);
        coins.choose(0);
        coins.digit(4);
        assertThat(coins.count(0).get()).isEqualTo(4);
        coins.erase();
        assertThat(coins.coins()).isEmpty();
    }

    @Test
    void thereAreNeverFewerThanNoneNorMoreThanTheMost() {
        coins.more(3, -1);
        assertThat(coins.count(3).get()).isZero();
        coins.choose(3);
        for (int i = 0; i < 9; i++) {
            coins.digit(9);
        }
        assertThat(coins.count(3).get()).isEqualTo(CoinCounter.MOST);
    }

    @Test
    void aScannersDigitsAreTakenBack() {
        coins.choose(5);
        coins.digit(7);
        coins.choose(5);
        for (char digit : "4006381333931".toCharArray()) {
            coins.digit(digit - '0');
        }
        coins.untype();
        assertThat(coins.count(5).get()).isEqualTo(7);
    }

    @Test
    void afterTheSmallestCoinItStays() {
        for (int i = 0; i < 40; i++) {
            coins.next();
        }
        assertThat(CoinCounter.FACES.get(coins.chosen().get())).isEqualTo(1);
    }
}
