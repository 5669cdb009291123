package de.mobilermarktplatz.simulation;

import de.mobilermarktplatz.simulation.db.SimBackend;
import de.mobilermarktplatz.simulation.db.SimDb;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.CaseWrite;
import java.util.List;

/** Somebody looks at what was kept apart, takes it for honest, and now and then does so twice. */
final class SimOffice {
    private static final int PAUSE_MILLIS = 8 * 60_000;

    private final World world;
    private final SimDb db;
    private final SimBackend backend;
    private final Fleet fleet;

    SimOffice(World world, SimDb db, SimBackend backend, Fleet fleet) {
        this.world = world;
        this.db = db;
        this.backend = backend;
        this.fleet = fleet;
    }

    void start() {
        world.scheduler.in(
                world.dice.below(Stream.DESK, PAUSE_MILLIS),
                () -> {
                    var all = List.copyOf(db.tables().apart.values());
                    if (!world.dice.isCalm()) {
                        if (!all.isEmpty()) {
                            release(all.get(world.dice.below(Stream.DESK, all.size())));
                        }
                        start();
                    }
                });
    }

    /** Everything that waits, in the order in which one proves the next. */
    void releaseAll() {
        boolean more = true;
        while (more) {
            more = false;
            for (var kept : List.copyOf(db.tables().apart.values())) {
                more |= !db.tables().released.contains(kept.body()) && release(kept);
            }
        }
    }

    private boolean release(CaseWrite.Quarantine kept) {
        var journal = kept.journal();
        if (!db.tables().journals.containsKey(journal)) {
            return false;
        }
        world.say(() -> "the office releases a body kept as " + kept.reason());
        boolean done = backend.releases().release(kept);
        fleet.released(journal, db.tables().journals.get(journal).acked);
        backend.told();
        return done;
    }
}
