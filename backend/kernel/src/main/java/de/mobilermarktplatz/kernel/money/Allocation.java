package de.mobilermarktplatz.kernel.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Sharing whole units out by weight (largest remainder, also called Hare–Niemeyer). */
public final class Allocation {

    private Allocation() {}

    /**
     * One share per weight, in the order of the weights, adding up to {@code total} exactly. Each
     * share is its exact proportion rounded down or up; equal remainders favour the earlier weight.
     *
     * @param total units to share, may be negative
     * @param weights at least one, none negative, not all zero
     * @throws ArithmeticException if {@code total} times a weight does not fit a long
     */
    public static List<Long> largestRemainder(long total, long... weights) {
        long weightSum = sumOf(weights);
        long magnitude = Math.absExact(total);
        long[] shares = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = magnitude;
        for (int i = 0; i < weights.length; i++) {
            long product = Math.multiplyExact(magnitude, weights[i]);
            shares[i] = product / weightSum;
            remainders[i] = product % weightSum;
            left -= shares[i];
        }
        List<Integer> byRemainder =
                IntStream.range(0, weights.length)
                        .boxed()
                        .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
                        .toList();
        for (int rank = 0; rank < left; rank++) {
            shares[byRemainder.get(rank)]++;
        }
        List<Long> signed = new ArrayList<>(shares.length);
        for (long share : shares) {
            signed.add(total < 0 ? -share : share);
        }
        return List.copyOf(signed);
    }

    private static long sumOf(long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("weight must not be negative but is " + weight);
            }
            sum = Math.addExact(sum, weight);
        }
        if (sum == 0) {
            throw new IllegalArgumentException("at least one weight must be above zero");
        }
        return sum;
    }
}
