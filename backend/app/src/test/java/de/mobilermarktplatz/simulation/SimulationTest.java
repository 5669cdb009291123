package de.mobilermarktplatz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.simulation.invariants.Invariants;
import de.mobilermarktplatz.simulation.world.Counts;
import de.mobilermarktplatz.simulation.world.Signing;
import de.mobilermarktplatz.simulation.world.Trace;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The real cores in a world where everything breaks: nothing lost, nothing doubled, nothing stuck.
 */
public class SimulationTest {
    /** From so many seeds on, every fault and every state must have happened. */
    public static final int ENOUGH = 300;

    @Test
    @Tag("simulation")
    void whateverBreaksNothingIsLostDoubledOrStuck() {
        long seeds = Long.getLong("simulation.seeds", ENOUGH);
        var run = Seeds.run(Long.getLong("simulation.firstSeed", 1), seeds, Signing.fast());
        Invariants.NOT_CHECKED_HERE.forEach(System.out::println);
        run.failures().forEach(System.out::println);
        System.out.println(run.line());
        assertThat(run.failures()).isEmpty();
        if (seeds >= ENOUGH) {
            assertThat(run.counts().missing()).as("never happened in any seed").isEmpty();
        }
    }

    @Test
    void aSeedDoesTheSameAgain() {
        var once = fingerprint(7);

        assertThat(fingerprint(7)).isEqualTo(once);
        assertThat(fingerprint(8)).isNotEqualTo(once);
    }

    private static long fingerprint(long seed) {
        return Seeds.once(seed, new Counts(), new Trace(true), Signing.fast(), Set.of())
                .fingerprint();
    }
}
