package de.mobilermarktplatz.ordering.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FairShareTest {

    @Test
    void enoughForAllMeansEverybodyGetsWhatTheyOrdered() {
        assertThat(FairShare.of(10, 3, 4)).containsExactly(3, 4);
        assertThat(FairShare.of(7, 3, 4)).containsExactly(3, 4);
        assertThat(FairShare.of(0)).isEmpty();
    }

    @Test
    void aShortageIsSharedInProportionAndTheLargestRemainderGetsTheOddPiece() {
        // 7 of 10: 2.1, 2.8 and 2.1
        assertThat(FairShare.of(7, 3, 4, 3)).containsExactly(2, 3, 2);
        // 5 of 10: 1.5, 2.0 and 1.5: the earlier of two equal remainders wins
        assertThat(FairShare.of(5, 3, 4, 3)).containsExactly(2, 2, 1);
        assertThat(FairShare.of(0, 3, 4)).containsExactly(0, 0);
    }

    @Test
    void firstComeServesTheEarliestOrdersInFull() {
        assertThat(FairShare.firstCome(5, 3, 4, 3)).containsExactly(3, 2, 0);
    }

    @Test
    void sharesNeverExceedWishesAndAlwaysAddUp() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int round = 0; round < 20_000; round++) {
            long[] wanted = random.longs(random.nextInt(1, 12), 0, 5_000).toArray();
            long total = Arrays.stream(wanted).sum();
            long available = random.nextLong(total + 10);
            long[] shares = FairShare.of(available, wanted);
            assertThat(Arrays.stream(shares).sum()).isEqualTo(Math.min(available, total));
            for (int i = 0; i < wanted.length; i++) {
                assertThat(shares[i]).isBetween(0L, wanted[i]);
            }
        }
    }

    @Test
    void quantitiesNearTheEndOfTheNumberRangeDoNotOverflow() {
        assertThat(FairShare.of(1_000_000_000_000L, 4_000_000_000_000L, 4_000_000_000_000L))
                .containsExactly(500_000_000_000L, 500_000_000_000L);
    }

    @Test
    void aNegativeQuantityIsRefusedByName() {
        assertThatThrownBy(() -> FairShare.of(-1, 3)).hasMessageContaining("available=-1");
        assertThatThrownBy(() -> FairShare.of(1, -3)).hasMessageContaining("[-3]");
    }
}
