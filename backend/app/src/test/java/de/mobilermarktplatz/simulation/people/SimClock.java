package de.mobilermarktplatz.simulation.people;

import de.mobilermarktplatz.simulation.world.World;
import java.time.Instant;
import java.time.InstantSource;

/** A tablet's clock: may be set wrong; runs as fast as the world. */
public final class SimClock implements InstantSource {
    private final World world;
    private long ahead;
    private long bootedAt;

    public SimClock(World world) {
        this.world = world;
        this.bootedAt = world.now();
    }

    public void jump(long millis) {
        ahead += world.clocksAreTrue() ? 0 : millis;
    }

    /** The monotonic clock begins anew. */
    public void boot() {
        bootedAt = world.now();
    }

    public long monoMillis() {
        return world.now() - bootedAt;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(world.now() + ahead);
    }
}
