package de.mobilermarktplatz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.simulation.invariants.I15Twins;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** I15 by pairs of runs: one with clocks that jump, one with true ones. */
class OnlyTheClockTest {
    /** Clocks jump in all of these. */
    private static final long FIRST = 18;

    private static final int PAIRS = 5;
    private static final int MANY = 400;

    @Test
    void clocksThatJumpChangeNoAnswerNoOrderAndNoTotal() {
        assertThat(jumps(PAIRS)).isGreaterThan(PAIRS);
    }

    @Test
    @Tag("proof")
    void norDoTheyInManyPairs() {
        assertThat(jumps(MANY)).isGreaterThan(MANY);
    }

    private static long jumps(int pairs) {
        return LongStream.range(FIRST, FIRST + pairs)
                .parallel()
                .map(seed -> I15Twins.check(seed, Set.of()))
                .sum();
    }
}
