package de.mobilermarktplatz.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two thousand seeds find every planted bug. */
@Tag("proof")
class MutantHuntTest {
    private static final long SEEDS = 2_000;

    @Test
    void everyPlantedBugDiesWithinTwoThousandSeeds() throws IOException {
        var killers = new EnumMap<Mutant, Long>(Mutant.class);
        for (var mutant : Mutant.values()) {
            killers.put(mutant, Hunt.killer(mutant, SEEDS));
        }
        killers.forEach((mutant, seed) -> System.out.println(mutant + " dies at seed " + seed));
        if (Boolean.getBoolean("mutants.write")) {
            Killers.record(killers);
        }
        assertThat(killers.values()).doesNotContain(0L);
    }
}
