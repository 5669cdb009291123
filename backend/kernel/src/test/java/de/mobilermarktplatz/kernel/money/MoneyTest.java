package de.mobilermarktplatz.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.mobilermarktplatz.kernel.Seeds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0,0.00",
        "5,0.05",
        "-5,-0.05",
        "1234,12.34",
        "-1234,-12.34",
        "100,1.00",
        "-100,-1.00"
    })
    void isWrittenWithADotAndTwoDecimals(long cents, String text) {
        assertThat(Money.cents(cents)).hasToString(text);
    }

    @Test
    void eurosAndCentsMakeAnAmount() {
        assertThat(Money.euros(2, 5)).isEqualTo(Money.cents(205));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.euros(2, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.euros(-2, 0));
    }

    @Test
    void anOverflowIsRefusedInsteadOfTurningNegative() {
        Money most = Money.cents(Long.MAX_VALUE);

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> most.plus(Money.cents(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.sum(most, most));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.cents(Long.MIN_VALUE).negate());
    }

    @Test
    void theOddCentGoesToTheLargestRemainder() {
        assertThat(Money.cents(100).allocate(1, 1, 1)).containsExactly(cents(34, 33, 33));
        assertThat(Money.cents(10).allocate(3, 3, 1)).containsExactly(cents(4, 4, 2));
        assertThat(Money.cents(-100).allocate(1, 1, 1)).containsExactly(cents(-34, -33, -33));
        assertThat(Money.cents(7).allocate(0, 1)).containsExactly(cents(0, 7));
    }

    @Test
    void sharesAlwaysAddUpAndStayWithinOneCentOfTheirProportion() {
        Seeds.forEach(
                2_000,
                random -> {
                    long total = random.nextLong(-1_000_000, 1_000_000);
                    long[] weights = random.longs(1 + random.nextInt(12), 0, 1_000).toArray();
                    weights[0]++;
                    long weightSum = Arrays.stream(weights).sum();

                    List<Long> shares = Allocation.largestRemainder(total, weights);

                    assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
                    for (int i = 0; i < weights.length; i++) {
                        long error = Math.abs(shares.get(i) * weightSum - total * weights[i]);
                        assertThat(error).isLessThan(weightSum);
                    }
                });
    }

    @Test
    void weightsMustMakeSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.cents(1).allocate(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.cents(1).allocate(2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.cents(1).allocate());
    }

    @ParameterizedTest
    @CsvSource({
        "5,10,1",
        "4,10,0",
        "-5,10,-1",
        "-4,10,0",
        "15,10,2",
        "0,3,0",
        "9223372036854775807,2,4611686018427387904"
    })
    void halvesAreRoundedAwayFromZero(long numerator, long denominator, long rounded) {
        assertThat(Rounding.halfUp(numerator, denominator)).isEqualTo(rounded);
    }

    private static Money[] cents(long... cents) {
        return Arrays.stream(cents).mapToObj(Money::cents).toArray(Money[]::new);
    }
}
