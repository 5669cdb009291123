package de.mobilermarktplatz.simulation.mutants;

import de.mobilermarktplatz.simulation.Seeds;
import de.mobilermarktplatz.simulation.invariants.I15Twins;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Counts;
import de.mobilermarktplatz.simulation.world.Signing;
import de.mobilermarktplatz.simulation.world.Trace;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;

/** Looks for the seed that kills a planted bug. */
public final class Hunt {
    private Hunt() {}

    /** First seed from 1 on at which the mutant breaks its invariant; 0 when none does. */
    public static long killer(Mutant mutant, long seeds) {
        for (long seed = 1; seed <= seeds; seed++) {
            if (mutant.invariant().equals(broken(mutant, seed))) {
                return seed;
            }
        }
        return 0;
    }

    /** The invariant that a seed finds broken; null when the mutant survives it. */
    public static String broken(Mutant mutant, long seed) {
        return brokenWith(EnumSet.of(mutant), seed);
    }

    /** The same with any set of bugs; none at all must break nothing. */
    static String brokenWith(Set<Mutant> bugs, long seed) {
        if (bugs.contains(Mutant.CLOCK_SET_BACK_STOPS_SELLING)) {
            return twins(bugs, seed);
        }
        return Seeds.once(seed, new Counts(), new Trace(false), Signing.fast(), bugs).invariant();
    }

    /** Only a second run with true clocks shows what a clock did. */
    private static String twins(Set<Mutant> bugs, long seed) {
        try {
            I15Twins.check(seed, bugs);
            return null;
        } catch (Broken broken) {
            return broken.invariant();
        }
    }

    /** For hand: mutant by mutant, how many of so many seeds kill it and by which invariant. */
    public static void main(String[] args) {
        long seeds = Long.parseLong(args[0]);
        for (var mutant : Mutant.values()) {
            if (args.length > 1 && !args[1].contains(mutant.name())) {
                continue;
            }
            long killer = killer(mutant, seeds);
            var others = new TreeMap<String, Integer>();
            for (long seed = 1; killer == 0 && seed <= Math.min(200, seeds); seed++) {
                others.merge(String.valueOf(broken(mutant, seed)), 1, Integer::sum);
            }
            System.out.println(mutant + " " + mutant.invariant() + " " + killer + " " + others);
        }
    }
}
