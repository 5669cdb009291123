package de.mobilermarktplatz.simulation.world;

import java.util.SplittableRandom;

/**
 * How often each fault happens in one seed. Swarm testing: many faults never happen in a given
 * seed, because a fault that always happens hides what only shows without it.
 */
public final class Swarm {
    private final int[] perMille = new int[Fault.values().length];

    private Swarm() {}

    public static Swarm drawn(SplittableRandom random) {
        var swarm = new Swarm();
        for (var fault : Fault.values()) {
            int rate = random.nextInt(fault.where.mostPerMille) + 1;
            swarm.perMille[fault.ordinal()] = random.nextInt(100) < 45 ? 0 : rate;
        }
        return swarm;
    }

    /** A world in which nothing breaks. */
    public static Swarm calm() {
        return new Swarm();
    }

    public Swarm with(Fault fault, int rate) {
        perMille[fault.ordinal()] = rate;
        return this;
    }

    public int perMille(Fault fault) {
        return perMille[fault.ordinal()];
    }
}
