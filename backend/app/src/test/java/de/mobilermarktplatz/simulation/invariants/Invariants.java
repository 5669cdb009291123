package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.Fleet;
import de.mobilermarktplatz.simulation.db.SimBackend;
import de.mobilermarktplatz.simulation.db.SimDb;
import de.mobilermarktplatz.simulation.db.SimRelay;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.people.SimTablet;
import de.mobilermarktplatz.simulation.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When which invariant is looked at: the cheap ones after each step, the others in the end. */
public final class Invariants {
    /** What this simulator does not check, and where it is checked instead. */
    public static final List<String> NOT_CHECKED_HERE =
            List.of(
                    "I12 (escrow) is not checked: the web's share is not in the simulated world",
                    "I15 (clocks) is checked here by one run alone, by pairs of runs in OnlyTheClockTest",
                    "I18 (old versions) is checked by the golden journals of the contract");

    private final World world;
    private final SimDb db;
    private final SimBackend backend;
    private final Fleet fleet;
    private final SimRelay relay;
    private final Map<JournalId, I3ChainsAreWhole> chains = new LinkedHashMap<>();
    private Tables checked;

    public Invariants(World world, SimDb db, SimBackend backend, Fleet fleet, SimRelay relay) {
        this.world = world;
        this.db = db;
        this.backend = backend;
        this.fleet = fleet;
        this.relay = relay;
    }

    /** I3 and I14 at each commit. */
    public void afterCommit() {
        var tables = db.tables();
        if (checked != tables) {
            checked = tables;
            chains.clear();
        }
        tables.journals.forEach(
                (id, journal) -> {
                    var chain =
                            chains.computeIfAbsent(
                                    id, _ -> new I3ChainsAreWhole(id, journal.start));
                    journal.rows
                            .tailMap(chain.seq(), false)
                            .values()
                            .forEach(row -> chain.next(row.link()));
                    chain.ends(journal.acked, journal.head);
                });
        fleet.ackedAtRevocation()
                .forEach(
                        (id, allowed) ->
                                I14RevokedWriteNothing.check(
                                        "journal " + id, tables.journals.get(id).acked, allowed));
    }

    public void afterStep() {
        fleet.holders()
                .forEach(
                        (tour, holder) ->
                                I13OneLease.held(
                                        tour,
                                        holder.identity.device(),
                                        db.tables().tours.get(Goods.tour(tour)).device));
    }

    /** Whether nothing is left to be done. */
    public boolean drained() {
        return !relay.isBehind()
                && fleet.tablets().stream()
                        .filter(fleet::isHonest)
                        .allMatch(tablet -> waiting(tablet) == null);
    }

    /** What a tablet still has to do, in words; null for nothing. */
    private String waiting(SimTablet tablet) {
        if (!tablet.isRunning() || tablet.memory().pending() != null) {
            return "something to write";
        }
        long last = tablet.disk.lastSeq();
        long acked = tablet.memory().line().uplink().acked();
        long held = db.tables().journals.get(tablet.identity.journal()).acked;
        if (tablet.memory().stopped() || acked != last || held != last) {
            return "entries from %d to %d, of which %d are held".formatted(acked + 1, last, held);
        }
        var copy = tablet.memory().copy();
        return copy.wanted() && copy.upTo() < last
                ? "copies from " + (copy.upTo() + 1)
                : Following.waiting(db.tables(), tablet);
    }

    public void atTheEnd() {
        afterCommit();
        var end = new AtTheEnd(world, db.tables(), backend, fleet);
        end.nothingForgotten();
        fleet.tablets().stream()
                .filter(fleet::isHonest)
                .forEach(tablet -> I16Drains.check(tablet.name(), waiting(tablet)));
        end.check();
    }

    /** When the office has been through everything that was kept apart. */
    public void afterRelease() {
        ReleasedAtLast.check(db.tables(), fleet);
        new AtTheEnd(world, db.tables(), backend, fleet).books();
    }
}
