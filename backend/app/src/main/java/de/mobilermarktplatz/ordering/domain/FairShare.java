package de.mobilermarktplatz.ordering.domain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares out a shortage: everybody gets the same part of what they ordered, rounded by the largest
 * remainder.
 */
public final class FairShare {
    private FairShare() {}

    /**
     * @param available pieces or grams there are, not negative
     * @param wanted pieces or grams each line ordered, in the order of placing, none negative
     * @return what each line gets: never more than it wanted, in sum {@code min(available, sum of
     *     wanted)}; between equal remainders the earlier order wins
     */
    public static long[] of(long available, long... wanted) {
        if (available < 0 || Arrays.stream(wanted).anyMatch(amount -> amount < 0)) {
            throw new IllegalArgumentException(
                    "Negative quantity: available="
                            + available
                            + ", wanted="
                            + Arrays.toString(wanted));
        }
        long total = Arrays.stream(wanted).reduce(0, Math::addExact);
        if (available >= total) {
            return wanted.clone();
        }
        long[] shares = new long[wanted.length];
        BigInteger[] remainders = new BigInteger[wanted.length];
        long left = available;
        for (int i = 0; i < wanted.length; i++) {
            BigInteger[] parts =
                    BigInteger.valueOf(available)
                            .multiply(BigInteger.valueOf(wanted[i]))
                            .divideAndRemainder(BigInteger.valueOf(total));
            shares[i] = parts[0].longValueExact();
            remainders[i] = parts[1];
            left -= shares[i];
        }
        Comparator<Integer> largestFirst =
                Comparator.comparing((Integer i) -> remainders[i]).reversed();
        IntStream.range(0, wanted.length)
                .boxed()
                .sorted(largestFirst)
                .limit(left)
                .forEach(i -> shares[i]++);
        return shares;
    }

    /**
     * The other published rule: who ordered first is served first. Same contract as {@link #of}.
     */
    public static long[] firstCome(long available, long... wanted) {
        long left = available;
        long[] shares = new long[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            shares[i] = Math.min(left, wanted[i]);
            left -= shares[i];
        }
        return shares;
    }
}
