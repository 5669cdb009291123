package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.simulation.Fleet;
import de.mobilermarktplatz.simulation.db.SimBackend;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.db.Tables.Happened;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.people.SimTablet;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.CaseWrite;
import de.mobilermarktplatz.tablet.core.Tour;
import de.mobilermarktplatz.tablet.machine.Head;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What must be true when everything has come in. */
final class AtTheEnd {
    private static final Map<Integer, Tour> TOURS = new ConcurrentHashMap<>();

    private final World world;
    private final Tables tables;
    private final SimBackend backend;
    private final Fleet fleet;

    AtTheEnd(World world, Tables tables, SimBackend backend, Fleet fleet) {
        this.world = world;
        this.tables = tables;
        this.backend = backend;
        this.fleet = fleet;
    }

    void check() {
        fleet.tablets().forEach(this::shown);
        fleet.tablets().stream().filter(fleet::isHonest).forEach(this::honest);
        leases();
        world.dice.reached(Sometimes.HELD_UP_AND_DRAINED);
        clocks();
        books();
    }

    /** I5 and I6. */
    void books() {
        stock();
        I6Replay.compare(tables, I6Replay.of(tables, backend.core()));
    }

    private void shown(SimTablet tablet) {
        var journal = tables.journals.get(tablet.identity.journal());
        var shown = tablet.shown.hashes();
        if (fleet.isHonest(tablet)) {
            I2ShownIsKept.check("I2", tablet.name(), shown, seq -> hash(journal, seq));
        } else if (fleet.isDead(tablet)) {
            long copied = tablet.medium == null ? 0 : tablet.shown.mirroredUpTo();
            I2ShownIsKept.check(
                    "I2", tablet.name(), shown.headMap(copied, true), seq -> hash(journal, seq));
        } else {
            I2ShownIsKept.check(
                    "I11",
                    tablet.name(),
                    shown.tailMap(tablet.disk.forgottenUpTo(), false),
                    seq -> {
                        var here = tablet.disk.hashAfter(seq).orElse(null);
                        return here == null ? hash(journal, seq) : here;
                    });
        }
    }

    private static Bytes hash(Tables.Journal journal, long seq) {
        var row = journal.rows.get(seq);
        return row == null ? null : row.link().hash();
    }

    /** I4: what tablets forgot the server has, whatever it went back to. */
    void nothingForgotten() {
        fleet.tablets().stream().filter(fleet::isHonest).forEach(this::nothingForgotten);
    }

    private void nothingForgotten(SimTablet tablet) {
        var journal = tables.journals.get(tablet.identity.journal());
        var forgotten = tablet.shown.hashes().headMap(tablet.disk.forgottenUpTo(), true);
        I2ShownIsKept.check("I4", tablet.name(), forgotten, seq -> hash(journal, seq));
    }

    private void honest(SimTablet tablet) {
        var journal = tablet.identity.journal();
        long acked = tablet.memory().line().uplink().acked();
        long held = tables.journals.get(journal).acked;
        Broken.unless(acked <= held, "I4", tablet.name() + " believes " + acked + ", held " + held);
        I17NoFalseAlarm.check(
                tablet.name(),
                tablet.memory().line().shut(),
                tables.apart.values().stream()
                        .filter(kept -> kept.journal().equals(journal))
                        .map(CaseWrite.Quarantine::reason)
                        .toList());
        Following.check(tables, tablet);
        fleet.before(tablet)
                .ifPresent(
                        before -> {
                            var there = tables.parents.get(journal);
                            var end = new Head(before.disk.lastSeq(), last(before));
                            I3GoesOnAtTheEnd.check(
                                    tablet.name(), there, before.identity.journal(), end);
                        });
        if (tablet.disk.forgottenUpTo() == 0) {
            I6TabletFold.check(
                    tablet.name(),
                    tablet.disk.begunWith(),
                    tablet.disk.everything(),
                    tablet.disk.state(),
                    tour(tablet.identity.tour()));
        }
    }

    private static Bytes last(SimTablet tablet) {
        return tablet.disk.hashAfter(tablet.disk.lastSeq()).orElse(tablet.identity.start());
    }

    private static Tour tour(int number) {
        return TOURS.computeIfAbsent(
                number, _ -> Tour.of(TourSnapshot.decode(Goods.snapshot(number, 1).toArray())));
    }

    /** Each tablet that ever held a lease had a generation of its own. */
    private void leases() {
        for (int tour : fleet.holders().keySet()) {
            long holders =
                    fleet.tablets().stream()
                            .filter(one -> one.identity.tour() == tour && !fleet.isClone(one))
                            .count();
            I13OneLease.counted(tour, fleet.generations().get(tour), holders);
        }
    }

    private void clocks() {
        for (var id : tables.journals.keySet()) {
            if (fleet.tablets().stream().noneMatch(one -> one.identity.journal().equals(id))) {
                continue;
            }
            var journal = tables.journals.get(id);
            var till = new I15ClocksChangeNothing();
            for (var row : journal.rows.values()) {
                if (EntryCodec.decode(row.link().entry().toArray()) instanceof JournalEntry entry) {
                    till.next(entry);
                    Seen.note(world, entry.body());
                }
            }
        }
    }

    /** I5: each operation counts once, where it came first. */
    private void stock() {
        var rule = new I5StockOfTheEntries();
        Set<OpId> counted = new HashSet<>();
        for (var happened : tables.history) {
            if (happened instanceof Happened.Landed landed
                    && counted.add(landed.row().op())
                    && EntryCodec.decode(landed.row().link().entry().toArray())
                            instanceof JournalEntry entry) {
                rule.take(entry.body());
            }
        }
        rule.compare(tables);
    }
}
