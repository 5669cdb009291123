package de.mobilermarktplatz.simulation.world;

import de.mobilermarktplatz.simulation.mutants.Mutant;
import java.util.Set;
import java.util.function.Supplier;

/** What every part of the simulation needs. */
public final class World {
    public static final long START = 1_795_420_800_000L;

    public final Dice dice;
    public final Trace trace;
    public final Scheduler scheduler;
    public final Signing signing;
    private final Set<Mutant> bugs;
    private boolean clocksAreTrue;
    private boolean batchesByNumber;

    public World(long seed, Counts counts, Trace trace, Signing signing, Set<Mutant> bugs) {
        this(new Dice(seed, counts), trace, signing, bugs);
    }

    public World(Dice dice, Trace trace, Signing signing, Set<Mutant> bugs) {
        this.dice = dice;
        this.trace = trace;
        this.scheduler = new Scheduler(START, trace);
        this.signing = signing;
        this.bugs = bugs;
    }

    /** Whatever moves a clock moves none: the rest of the world stays the very same. */
    public World withTrueClocks() {
        clocksAreTrue = true;
        return this;
    }

    public boolean clocksAreTrue() {
        return clocksAreTrue;
    }

    /**
     * Batches end after so many entries, whatever their bytes. An entry's time is written relative
     * to its id, so that a clock that jumped makes some longer, and a batch that ends one entry
     * earlier moves every message after it.
     */
    public World withBatchesByNumber() {
        batchesByNumber = true;
        return this;
    }

    public boolean batchesByNumber() {
        return batchesByNumber;
    }

    public boolean has(Mutant bug) {
        return bugs.contains(bug);
    }

    public void say(Supplier<String> words) {
        scheduler.say(words);
    }

    public long now() {
        return scheduler.now();
    }
}
