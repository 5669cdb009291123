package de.mobilermarktplatz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.simulation.world.Signing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More seeds, and some with real signatures. */
@Tag("proof")
class SimulationProofTest {
    private static final int SEEDS = 2_000;
    private static final int SIGNED = 50;

    @Test
    void twoThousandSeedsHold() {
        var run = Seeds.run(1_001, SEEDS, Signing.fast());
        System.out.println(run.line());
        System.out.println(run.counts());
        assertThat(run.failures()).isEmpty();
        assertThat(run.counts().missing()).isEmpty();
    }

    @Test
    void seedsHoldWithRealSignatures() {
        var run = Seeds.run(1, SIGNED, Signing.real());
        System.out.println(run.line() + ", all signatures Ed25519");
        assertThat(run.failures()).isEmpty();
    }
}
