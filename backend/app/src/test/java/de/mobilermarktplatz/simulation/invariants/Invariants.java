package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.Refused;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.Fleet;
import de.mobilermarktplatz.simulation.db.SimBackend;
import de.mobilermarktplatz.simulation.db.SimDb;
import de.mobilermarktplatz.simulation.db.SimViews;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.people.SimTablet;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.Arrival;
import de.mobilermarktplatz.sync.domain.Entries;
import de.mobilermarktplatz.sync.domain.ServerCore;
import de.mobilermarktplatz.tablet.core.Tour;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When which invariant is looked at: the cheap ones after each step, the others in the end. */
public final class Invariants {
    /** What this simulator does not check, and where it is checked instead. */
    public static final List<String> NOT_CHECKED_HERE =
            List.of(
                    "I9 (feed) is not yet checked",
                    "I12 (escrow) is not yet checked",
                    "I18 (old versions) is checked by the golden journals of the contract");

    private static final Map<Integer, Tour> TOURS = new ConcurrentHashMap<>();

    private final World world;
    private final SimDb db;
    private final SimBackend backend;
    private final Fleet fleet;
    private final Map<JournalId, I3ChainsAreWhole> chains = new LinkedHashMap<>();
    private Tables checked;

    public Invariants(World world, SimDb db, SimBackend backend, Fleet fleet) {
        this.world = world;
        this.db = db;
        this.backend = backend;
        this.fleet = fleet;
    }

    /** I3, I13 and I14 at each commit. */
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
                        (id, acked) ->
                                Broken.unless(
                                        tables.journals.get(id).acked <= acked,
                                        "I14",
                                        "a revoked tablet wrote entry " + (acked + 1)));
    }

    public void afterStep() {
        fleet.holders()
                .forEach(
                        (tour, holder) -> {
                            var lease = db.tables().tours.get(Goods.tour(tour));
                            Broken.unless(
                                    holder.identity.device().equals(lease.device),
                                    "I13",
                                    "the lease of tour " + tour + " is not its holder's");
                        });
    }

    /** Whether nothing is left to be done. */
    public boolean drained() {
        return fleet.tablets().stream().filter(this::isHonest).allMatch(this::isDrained);
    }

    private boolean isDrained(SimTablet tablet) {
        return tablet.isRunning()
                && tablet.memory().line().uplink().acked() == tablet.disk.lastSeq()
                && held(tablet) == tablet.disk.lastSeq()
                && tablet.memory().pending() == null
                && !tablet.memory().stopped();
    }

    private long held(SimTablet tablet) {
        return db.tables().journals.get(tablet.identity.journal()).acked;
    }

    /** Neither lost nor one of twins. */
    private boolean isHonest(SimTablet tablet) {
        var journal = tablet.identity.journal();
        return !tablet.isGone()
                && !fleet.isCloned(journal)
                && !fleet.ackedAtRevocation().containsKey(journal);
    }

    public void atTheEnd() {
        afterCommit();
        for (var tablet : fleet.tablets()) {
            if (isHonest(tablet)) {
                nothingForgotten(tablet);
                drains(tablet);
            }
            shown(tablet);
        }
        for (var tablet : fleet.tablets()) {
            if (isHonest(tablet)) {
                honest(tablet);
            }
        }
        leases();
        world.dice.reached(Sometimes.HELD_UP_AND_DRAINED);
        receipts();
        replay();
    }

    private void shown(SimTablet tablet) {
        var journal = db.tables().journals.get(tablet.identity.journal());
        var shown = tablet.shown.hashes();
        if (isHonest(tablet)) {
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

    /** I4: what the tablet forgot the server has, whatever it went back to. */
    private void nothingForgotten(SimTablet tablet) {
        var journal = db.tables().journals.get(tablet.identity.journal());
        var forgotten = tablet.shown.hashes().headMap(tablet.disk.forgottenUpTo(), true);
        I2ShownIsKept.check("I4", tablet.name(), forgotten, seq -> hash(journal, seq));
    }

    private void drains(SimTablet tablet) {
        long acked = tablet.memory().line().uplink().acked();
        Broken.unless(
                isDrained(tablet),
                "I16",
                tablet.name()
                        + " still has entries from "
                        + (acked + 1)
                        + " to "
                        + tablet.disk.lastSeq());
    }

    private void honest(SimTablet tablet) {
        var journal = db.tables().journals.get(tablet.identity.journal());
        long acked = tablet.memory().line().uplink().acked();
        Broken.unless(
                acked <= journal.acked,
                "I4",
                tablet.name() + " believes " + acked + ", held " + journal.acked);
        Broken.unless(!tablet.memory().line().shut(), "I17", tablet.name() + " is held back");
        db.tables()
                .apart
                .values()
                .forEach(
                        kept ->
                                Broken.unless(
                                        !kept.journal().equals(tablet.identity.journal()),
                                        "I17",
                                        kept.reason() + " of an honest " + tablet.name()));
        if (tablet.disk.forgottenUpTo() == 0) {
            I6TabletFold.check(
                    tablet.name(),
                    tablet.disk.everything(),
                    tablet.disk.state(),
                    tour(tablet.identity.tour()));
        }
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
            Broken.unless(
                    fleet.generations().get(tour) == holders,
                    "I13",
                    holders + " tablets had generation " + fleet.generations().get(tour));
        }
    }

    private void receipts() {
        db.tables()
                .journals
                .values()
                .forEach(
                        journal -> {
                            var numbers = new I15Receipts();
                            for (var row : journal.rows.values()) {
                                if (EntryCodec.decode(row.link().entry().toArray())
                                        instanceof JournalEntry entry) {
                                    numbers.next(entry.body());
                                    note(entry.body());
                                }
                            }
                        });
    }

    private void note(EntryBody body) {
        switch (body) {
            case VoidReceipt _ -> world.dice.reached(Sometimes.RECEIPT_VOIDED);
            case Handover _ -> world.dice.reached(Sometimes.ORDER_HANDED_OVER);
            case Refused refused ->
                    world.dice.reached(
                            refused.lines().size() == 1
                                    ? Sometimes.PART_OF_ORDER_REFUSED
                                    : Sometimes.ORDER_REFUSED);
            case Closing _ -> world.dice.reached(Sometimes.TOUR_CLOSED);
            case Load _ -> world.dice.reached(Sometimes.GOODS_LOADED);
            case StockCount _ -> world.dice.reached(Sometimes.GOODS_COUNTED_OFF);
            default -> {}
        }
    }

    private void replay() {
        var replayed = new Tables();
        var tables = db.tables();
        fleet.holders().keySet().forEach(tour -> Goods.seed(replayed, tour));
        tables.tours.forEach(
                (id, tour) -> {
                    replayed.tours.get(id).generation = tour.generation;
                    replayed.tours.get(id).device = tour.device;
                });
        Set<Object> writers = new LinkedHashSet<>();
        tables.journals.forEach(
                (id, journal) -> {
                    writers.add(id);
                    var device = tables.devices.get(journal.device);
                    replayed.enrol(journal.device, id, journal.start, device.keys.getFirst());
                    for (var row : journal.rows.values()) {
                        var read = Entries.read(row.link().seq(), row.link().entry());
                        var arrival =
                                new Arrival.EntryArrived(row.link(), read, false, Instant.EPOCH);
                        var view = SimViews.load(replayed, id, ServerCore.needs(arrival));
                        replayed.carryOut(id, backend.core().step(view, arrival).writes());
                    }
                });
        I5I6Replay.stock(tables, replayed);
        I5I6Replay.books(tables, replayed);
        if (writers.size() == fleet.holders().size()) {
            I5I6Replay.orders(tables, replayed);
        }
    }
}
