package de.mobilermarktplatz.simulation.world;

import java.util.SplittableRandom;

/**
 * All chance of one seed. Each part of the world draws from a stream of its own, so that one more
 * draw in one part does not change what happens in all others.
 */
public final class Dice {
    /** Who draws. */
    public enum Stream {
        SWARM,
        SHAPE,
        PEOPLE,
        DISK,
        MIRROR,
        NET,
        DB,
        PROVIDER,
        DEVICES,
        TABLET_IDS,
        SERVER_IDS,
        FEED,
        RELAY,
        DESK,
        HANDS,
        KEYS
    }

    private final long seed;
    private final SplittableRandom[] streams = new SplittableRandom[Stream.values().length];
    private final Swarm swarm;
    private final Counts counts;
    private boolean calm;

    public Dice(long seed, Counts counts) {
        this(seed, counts, null);
    }

    /**
     * @param swarm how often what breaks; null to have it drawn
     */
    public Dice(long seed, Counts counts, Swarm swarm) {
        this.seed = seed;
        for (var stream : Stream.values()) {
            streams[stream.ordinal()] =
                    new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream.ordinal() * 7919L);
        }
        this.swarm = swarm == null ? Swarm.drawn(of(Stream.SWARM)) : swarm;
        this.counts = counts;
    }

    public long seed() {
        return seed;
    }

    public SplittableRandom of(Stream stream) {
        return streams[stream.ordinal()];
    }

    public int below(Stream stream, int bound) {
        return of(stream).nextInt(bound);
    }

    public boolean perMille(Stream stream, int rate) {
        return of(stream).nextInt(1000) < rate;
    }

    /** Whether this fault happens now; counts it. */
    public boolean strikes(Fault fault) {
        return strikes(fault, streamOf(fault));
    }

    /** The same, drawn by somebody else. */
    public boolean strikes(Fault fault, Stream by) {
        if (calm || swarm.perMille(fault) == 0) {
            return false;
        }
        boolean strikes = of(by).nextInt(1000) < swarm.perMille(fault);
        if (strikes) {
            counts.hit(fault);
        }
        return strikes;
    }

    public boolean mayHappen(Fault fault) {
        return !calm && swarm.perMille(fault) > 0;
    }

    private static Stream streamOf(Fault fault) {
        return switch (fault.where) {
            case DISK, SECTOR -> Stream.DISK;
            case MIRROR -> Stream.MIRROR;
            case NET -> Stream.NET;
            case FEED -> Stream.FEED;
            case DB -> Stream.DB;
            case PROVIDER -> Stream.PROVIDER;
            case DEVICE -> Stream.DEVICES;
        };
    }

    /** From here on nothing breaks any more: everything must drain. */
    public void calm() {
        calm = true;
    }

    public boolean isCalm() {
        return calm;
    }

    public void reached(Sometimes state) {
        counts.reached(state);
    }

    public void hit(Fault fault) {
        counts.hit(fault);
    }
}
