package de.mobilermarktplatz.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two thousand seeds find every planted bug. */
@Tag("proof")
class MutantHuntTest {
    private static final long SEEDS = 2_000;

    @Test
    void everyPlantedBugDiesWithinTwoThousandSeeds() throws IOException {
        // Each seed is a world of its own, so that all processors may hunt.
        var found = new ConcurrentHashMap<Mutant, Long>();
        Arrays.stream(Mutant.values())
                .parallel()
                .forEach(mutant -> found.put(mutant, Hunt.killer(mutant, SEEDS)));
        var killers = new EnumMap<Mutant, Long>(found);
        killers.forEach((mutant, seed) -> System.out.println(mutant + " dies at seed " + seed));
        if (Boolean.getBoolean("mutants.write")) {
            Killers.record(killers);
        }
        assertThat(killers.values()).doesNotContain(0L);
    }
}
