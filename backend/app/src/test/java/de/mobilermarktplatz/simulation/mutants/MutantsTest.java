package de.mobilermarktplatz.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.simulation.Seeds;
import de.mobilermarktplatz.simulation.world.Counts;
import de.mobilermarktplatz.simulation.world.Signing;
import de.mobilermarktplatz.simulation.world.Trace;
import java.util.Set;
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
        assertThat(
                        Seeds.once(seed, new Counts(), new Trace(false), Signing.fast(), Set.of())
                                .broken())
                .as("the same seed without the bug")
                .isNull();
    }

    @Test
    void tenPlantedBugsSurviveAHundredSeeds() {
        var rare = Killers.recorded().values().stream().filter(seed -> seed > RARE).toList();

        assertThat(Killers.recorded()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(rare).hasSizeGreaterThanOrEqualTo(10);
    }
}
