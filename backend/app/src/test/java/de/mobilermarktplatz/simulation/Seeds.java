package de.mobilermarktplatz.simulation;

import de.mobilermarktplatz.simulation.mutants.Mutant;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Counts;
import de.mobilermarktplatz.simulation.world.Signing;
import de.mobilermarktplatz.simulation.world.Trace;
import de.mobilermarktplatz.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Runs seeds, and tells of those that failed how to see it again. */
public final class Seeds {
    /** What became of one seed; nothing broken when {@code broken} is null. */
    public record Outcome(long seed, String broken, String invariant, long fingerprint) {
        public boolean passed() {
            return broken == null;
        }
    }

    private final Counts counts = new Counts();
    private final List<String> failures = new ArrayList<>();
    private long first;
    private long last;
    private long passed;
    private long failed;

    private record Run(Outcome outcome, Counts counts) {}

    /** Seeds from {@code first} on; each is a world of its own, so that all processors may run. */
    public static Seeds run(long first, long howMany, Signing signing) {
        var seeds = new Seeds();
        seeds.first = first;
        seeds.last = first + howMany - 1;
        LongStream.rangeClosed(first, seeds.last)
                .parallel()
                .mapToObj(seed -> run(seed, signing))
                .toList()
                .forEach(run -> seeds.take(run, signing));
        return seeds;
    }

    private static Run run(long seed, Signing signing) {
        var counts = new Counts();
        return new Run(once(seed, counts, new Trace(false), signing, Set.of()), counts);
    }

    private void take(Run run, Signing signing) {
        counts.add(run.counts());
        if (run.outcome().passed()) {
            passed++;
            return;
        }
        failed++;
        if (failures.size() < 5) {
            failures.add(explained(run.outcome().seed(), signing));
        }
    }

    public static Outcome once(
            long seed, Counts counts, Trace trace, Signing signing, Set<Mutant> bugs) {
        try {
            new Simulation(new World(seed, counts, trace, signing, bugs)).run();
            return new Outcome(seed, null, null, trace.fingerprint());
        } catch (Broken broken) {
            return new Outcome(seed, broken.getMessage(), broken.invariant(), trace.fingerprint());
        } catch (RuntimeException crashed) {
            var where = crashed.getStackTrace();
            return new Outcome(
                    seed,
                    crashed + " at " + (where.length == 0 ? "?" : where[0]),
                    "no exception",
                    trace.fingerprint());
        }
    }

    /** The same seed once more, this time with its last steps in words. */
    public static String explained(long seed, Signing signing) {
        var trace = new Trace(true);
        var outcome = once(seed, new Counts(), trace, signing, Set.of());
        return "seed "
                + seed
                + " broke "
                + outcome.broken()
                + "\n  "
                + String.join("\n  ", trace.last())
                + "\n  replay: ./mvnw -Psimulation verify -Dsimulation.seeds=1 -Dsimulation.firstSeed="
                + seed;
    }

    public Counts counts() {
        return counts;
    }

    public List<String> failures() {
        return failures;
    }

    /** The one line that a run ends with. */
    public String line() {
        return "seeds %d..%d: %d passed, %d failed, %d faults of %d kinds"
                .formatted(first, last, passed, failed, counts.faults(), counts.kinds());
    }
}
