package de.mobilermarktplatz.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.simulation.SimulationTest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
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

    /**
     * What became of a planted bug at its seed.
     *
     * @param found the invariant that it broke, null for none
     * @param without what the same seed breaks without it; seeds that are run anyway are not run
     *     again
     */
    private record Fate(long seed, String found, String without) {}

    private static final Map<Mutant, Fate> FATES = new ConcurrentHashMap<>();

    @BeforeAll
    static void allProcessorsRun() {
        var killers = Killers.recorded();
        Arrays.stream(Mutant.values())
                .parallel()
                .filter(killers::containsKey)
                .forEach(mutant -> FATES.put(mutant, fate(mutant, killers.get(mutant))));
    }

    private static Fate fate(Mutant mutant, long seed) {
        boolean runAnyway = seed <= SimulationTest.ENOUGH;
        return new Fate(
                seed,
                Hunt.broken(mutant, seed),
                runAnyway ? null : Hunt.brokenWith(EnumSet.noneOf(Mutant.class), seed));
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedBugDiesAtItsSeed(Mutant mutant) {
        var fate = FATES.get(mutant);

        assertThat(fate).as("a seed is recorded").isNotNull();
        assertThat(fate.found()).as("seed %d", fate.seed()).isEqualTo(mutant.invariant());
        assertThat(fate.without()).as("the same seed without the bug").isNull();
    }

    @Test
    void tenPlantedBugsSurviveAHundredSeeds() {
        var rare = Killers.recorded().values().stream().filter(seed -> seed > RARE).toList();

        assertThat(Killers.recorded()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(rare).hasSizeGreaterThanOrEqualTo(10);
    }
}
