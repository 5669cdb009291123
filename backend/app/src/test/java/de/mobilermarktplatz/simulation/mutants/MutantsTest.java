package de.mobilermarktplatz.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.simulation.SimulationTest;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each planted bug dies at its seed, by the invariant that is meant for it. After a change of the
 * cores other seeds may be the killers: {@code -Dmutants.write=true} with {@link MutantHuntTest}
 * looks for them anew.
 */
class MutantsTest {
    private static final int RARE = 100;

    @ParameterizedTest
    @EnumSource
    void aPlantedBugDiesAtItsSeed(Mutant mutant) {
        long seed = Killers.recorded().get(mutant);

        assertThat(Hunt.broken(mutant, seed)).as("seed %d", seed).isEqualTo(mutant.invariant());
        if (seed > SimulationTest.ENOUGH) {
            assertThat(Hunt.brokenWith(EnumSet.noneOf(Mutant.class), seed))
                    .as("the same seed without the bug")
                    .isNull();
        }
    }

    @Test
    void tenPlantedBugsSurviveAHundredSeeds() {
        var rare = Killers.recorded().values().stream().filter(seed -> seed > RARE).toList();

        assertThat(Killers.recorded()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(rare).hasSizeGreaterThanOrEqualTo(10);
    }
}
