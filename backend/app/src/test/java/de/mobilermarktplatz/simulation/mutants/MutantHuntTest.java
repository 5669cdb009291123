package de.mobilermarktplatz.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two thousand seeds find every planted bug. {@link MutantsTest} runs the recorded seeds at every
 * build; here it is shown that none before them does, as far as a hundred. The whole hunt runs when
 * seeds are to be recorded: {@code -Pproofs -Dtest=MutantHuntTest -Dmutants.write=true}.
 */
@Tag("proof")
class MutantHuntTest {
    private static final long SEEDS = 2_000;
    private static final long RARE = 100;

    @Test
    void everyPlantedBugDiesWithinTwoThousandSeeds() throws IOException {
        var killers = Killers.recorded();
        if (Boolean.getBoolean("mutants.write")) {
            killers = first(Mutant.values(), SEEDS);
            Killers.record(killers);
        }
        assertThat(killers).containsOnlyKeys(Mutant.values());
        assertThat(killers.values()).allMatch(seed -> seed >= 1 && seed <= SEEDS);
    }

    @Test
    void theRareOnesSurviveAHundredSeeds() {
        var rare =
                Killers.recorded().entrySet().stream()
                        .filter(found -> found.getValue() > RARE)
                        .map(Map.Entry::getKey)
                        .toArray(Mutant[]::new);

        assertThat(first(rare, RARE).values()).hasSizeGreaterThanOrEqualTo(10).containsOnly(0L);
    }

    /** Each seed is a world of its own, so that all processors may hunt. */
    private static Map<Mutant, Long> first(Mutant[] mutants, long seeds) {
        var found = new ConcurrentHashMap<Mutant, Long>();
        Arrays.stream(mutants)
                .parallel()
                .forEach(mutant -> found.put(mutant, Hunt.killer(mutant, seeds)));
        var killers = new EnumMap<Mutant, Long>(Mutant.class);
        killers.putAll(found);
        killers.forEach((mutant, seed) -> System.out.println(mutant + " dies at seed " + seed));
        return killers;
    }
}
