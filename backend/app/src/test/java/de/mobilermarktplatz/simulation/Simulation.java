package de.mobilermarktplatz.simulation;

import de.mobilermarktplatz.simulation.db.SimBackend;
import de.mobilermarktplatz.simulation.db.SimDb;
import de.mobilermarktplatz.simulation.db.SimRelay;
import de.mobilermarktplatz.simulation.invariants.I16Drains;
import de.mobilermarktplatz.simulation.invariants.Invariants;
import de.mobilermarktplatz.simulation.people.SimTablet;
import de.mobilermarktplatz.simulation.provider.PayDesk;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.Signing;
import de.mobilermarktplatz.simulation.world.World;

/** One seed: a small county, a market day in which everything breaks, and the quiet after it. */
public final class Simulation {
    private static final long SHORTEST_MILLIS = 10 * 60_000L;
    private static final int MOST_MORE_MILLIS = 40 * 60_000;

    /** Payments wait longer between two tries, and a checkout ends after ten minutes. */
    private static final long SETTLED_MILLIS = 40 * 60_000L;

    private final World world;
    private final SimDb db = new SimDb();
    private final SimBackend backend;
    private final Signing.Key server;
    private final Fleet fleet;
    private final PayDesk desk;
    private final SimRelay relay;
    private final Invariants invariants;

    public Simulation(World world) {
        this.world = world;
        this.server = world.signing.key(world.dice.of(Stream.SERVER_IDS));
        this.backend = new SimBackend(world, db, server.publicKey(), server.signer());
        this.desk = new PayDesk(world, db);
        this.relay = new SimRelay(world, db, backend.feed());
        this.fleet = new Fleet(world, db, backend, server.publicKey());
        this.invariants = new Invariants(world, db, backend, fleet, relay);
    }

    /** All that people saw of the tablets. */
    public Fleet fleet() {
        return fleet;
    }

    /**
     * @throws Broken when an invariant does not hold
     */
    public void run() {
        backend.afterCommit(invariants::afterCommit);
        int vans = 1 + world.dice.below(Stream.SHAPE, 2);
        for (int tour = 1; tour <= vans; tour++) {
            fleet.tour(tour);
            desk.open(tour);
        }
        db.backUp();
        fleet.everybodyStarts();
        desk.start();
        relay.start();
        var office = new SimDesk(world, db, vans);
        office.start();
        var releases = new SimOffice(world, db, backend, fleet);
        releases.start();
        long end = World.START + SHORTEST_MILLIS + world.dice.below(Stream.SHAPE, MOST_MORE_MILLIS);
        new Trouble(world, db, backend, fleet).plan();
        while (world.scheduler.step(end + world.scheduler.passed())) {
            invariants.afterStep();
        }
        fleet.calm();
        long quiet = world.now() + I16Drains.WITHIN_MILLIS;
        while (!invariants.drained() && world.scheduler.step(quiet)) {
            invariants.afterStep();
        }
        invariants.atTheEnd();
        office.note();
        // The vans are home; what is kept apart and money are still under way.
        fleet.tablets().stream().filter(fleet::isHonest).toList().forEach(SimTablet::vanish);
        long settled = world.now() + SETTLED_MILLIS;
        while (!(desk.drained() && fleet.allKept()) && world.scheduler.step(settled)) {
            invariants.afterStep();
        }
        if (!db.tables().apart.isEmpty()) {
            releases.releaseAll();
            invariants.afterRelease();
            long again = world.now() + SETTLED_MILLIS;
            while (!desk.drained() && world.scheduler.step(again)) {
                invariants.afterStep();
            }
        }
        desk.check();
    }
}
