package de.mobilermarktplatz.simulation;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.EntryType;
import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.db.SimBackend;
import de.mobilermarktplatz.simulation.db.SimDb;
import de.mobilermarktplatz.simulation.disk.Died;
import de.mobilermarktplatz.simulation.disk.SimDisk;
import de.mobilermarktplatz.simulation.disk.SimMedium;
import de.mobilermarktplatz.simulation.mutants.Mutant;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.people.Identity;
import de.mobilermarktplatz.simulation.people.People;
import de.mobilermarktplatz.simulation.people.SimTablet;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.tablet.machine.StoreFailed;
import de.mobilermarktplatz.tablet.machine.Uplink;
import de.mobilermarktplatz.tablet.machine.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All tablets of the county, those that are lost among them, and what the office does with them.
 */
public final class Fleet {
    private static final int BUSY_MILLIS = 60_000;

    private final World world;
    private final SimDb db;
    private final SimBackend backend;
    private final Bytes serverKey;
    private final List<SimTablet> tablets = new ArrayList<>();
    private final Set<SimTablet> clones = new LinkedHashSet<>();
    private final Set<SimTablet> dead = new LinkedHashSet<>();
    private final Map<JournalId, Long> ackedAtRevocation = new LinkedHashMap<>();
    private final Map<SimTablet, SimTablet> before = new LinkedHashMap<>();
    private final Map<Integer, Long> generations = new TreeMap<>();
    private final Map<Integer, SimTablet> holders = new TreeMap<>();
    private int enrolments;

    Fleet(World world, SimDb db, SimBackend backend, Bytes serverKey) {
        this.world = world;
        this.db = db;
        this.backend = backend;
        this.serverKey = serverKey;
    }

    public List<SimTablet> tablets() {
        return tablets;
    }

    public boolean isCloned(JournalId journal) {
        return clones.stream().anyMatch(clone -> clone.identity.journal().equals(journal));
    }

    public boolean isClone(SimTablet tablet) {
        return clones.contains(tablet);
    }

    public boolean isDead(SimTablet tablet) {
        return dead.contains(tablet);
    }

    /** Neither lost nor one of twins. */
    public boolean isHonest(SimTablet tablet) {
        var journal = tablet.identity.journal();
        return !tablet.isGone() && !isCloned(journal) && !ackedAtRevocation.containsKey(journal);
    }

    /** A person released what a revoked tablet had sent. */
    void released(JournalId journal, long acked) {
        if (!world.has(Mutant.RELEASED_BY_NOBODY)) {
            ackedAtRevocation.computeIfPresent(journal, (_, before) -> Math.max(before, acked));
        }
    }

    public Map<JournalId, Long> ackedAtRevocation() {
        return ackedAtRevocation;
    }

    public Map<Integer, Long> generations() {
        return generations;
    }

    public Map<Integer, SimTablet> holders() {
        return holders;
    }

    void tour(int tour) {
        db.commit(tables -> tables.did(all -> Goods.seed(all, tour)));
        lease(tour, enrol(tour));
    }

    private SimTablet enrol(int tour) {
        var identity = enrolled(tour);
        var medium =
                world.dice.below(Stream.SHAPE, 3) == 0
                        ? null
                        : new SimMedium(world.dice, identity.journal(), world::has);
        return joins(identity, new SimDisk(world.dice, contact(), world::has), medium);
    }

    private SimTablet joins(Identity identity, SimDisk disk, SimMedium medium) {
        var tablet = new SimTablet(world, backend, identity, disk, medium);
        tablets.add(tablet);
        return tablet;
    }

    private Uplink contact() {
        return new Uplink(0, 0, db.tables().epoch, null, Duration.ZERO);
    }

    /** The server gives a key and a till number. */
    private Identity enrolled(int tour) {
        int number = ++enrolments;
        var random = world.dice.of(Stream.SERVER_IDS);
        var key = world.signing.key(random);
        var device = new DeviceId(new UUID(random.nextLong(), number));
        var journal = new JournalId(new UUID(random.nextLong(), number));
        var start = HashChain.start(key.publicKey());
        var now = Instant.ofEpochMilli(world.now());
        var certified = new DeviceKey(key.publicKey(), now, now.plus(Duration.ofDays(90)));
        db.commit(tables -> tables.did(all -> all.enrol(device, journal, start, certified)));
        return new Identity(number, device, journal, start, key, serverKey, tour);
    }

    /**
     * A new code is typed into a tablet whose entries are held back: it goes on as a till of its
     * own, and the old journal is still delivered.
     */
    void goOn() {
        var held = tablets.stream().filter(SimTablet::mayBeginAnew).toList();
        if (held.isEmpty() || tablets.size() > 5) {
            return;
        }
        var old = held.get(world.dice.below(Stream.HANDS, held.size()));
        var identity = enrolled(old.identity.tour());
        var disk = old.disk.anew(contact());
        var opening = Write.NOTHING.with(List.of(old.opening(identity)), List.of());
        try {
            disk.commit(opening, () -> {});
        } catch (Died died) {
            old.die(died.power());
            return;
        } catch (StoreFailed full) {
            return;
        }
        world.dice.reached(Sometimes.WENT_ON_WITH_A_NEW_JOURNAL);
        var card =
                old.medium == null
                        ? null
                        : new SimMedium(world.dice, identity.journal(), world::has);
        var next = joins(identity, disk, card);
        world.say(() -> old.name() + " goes on as " + next.name());
        before.put(next, old);
        old.layAside();
        lease(identity.tour(), next);
        begin(next);
    }

    /** The tablet whose journal this one goes on. */
    public Optional<SimTablet> before(SimTablet tablet) {
        return Optional.ofNullable(before.get(tablet));
    }

    private void lease(int tour, SimTablet tablet) {
        boolean third = generations.getOrDefault(tour, 0L) > 2;
        boolean kept =
                world.has(Mutant.GENERATION_KEPT) && holders.containsKey(tour)
                        || third && world.has(Mutant.GENERATION_KEPT_THE_THIRD_TIME);
        db.commit(
                tables ->
                        tables.did(
                                all -> {
                                    var row = all.tours.get(Goods.tour(tour));
                                    row.generation += kept ? 0 : 1;
                                    row.device = tablet.identity.device();
                                }));
        generations.put(tour, db.tables().tours.get(Goods.tour(tour)).generation);
        holders.put(tour, tablet);
        db.backUp();
    }

    void everybodyStarts() {
        List.copyOf(tablets).forEach(this::begin);
    }

    private void begin(SimTablet tablet) {
        tablet.start();
        var people = new People(world, tablet);
        int tour = tablet.identity.tour();
        people.takeTour(generations.get(tour));
        work(tablet, people, tour);
    }

    private void work(SimTablet tablet, People people, int tour) {
        world.scheduler.in(
                1_000L + world.dice.below(Stream.PEOPLE, BUSY_MILLIS),
                () -> {
                    if (tablet.isGone() || tablet.isEnded() || world.dice.isCalm()) {
                        return;
                    }
                    if (tablet.isRunning()
                            && tablet.memory().books() != null
                            && tablet.memory().open().tour() == null) {
                        people.takeTour(generations.get(tour));
                    }
                    people.act();
                    work(tablet, people, tour);
                });
    }

    private SimTablet holder() {
        var all = List.copyOf(holders.values());
        return all.get(world.dice.below(Stream.DEVICES, all.size()));
    }

    /**
     * The van goes on with another tablet; the old one lies in the glove box, and still uploads.
     */
    void replace() {
        var old = holder();
        replace(old);
    }

    private void replace(SimTablet old) {
        if (tablets.size() > 5) {
            return;
        }
        world.dice.hit(Fault.TABLET_REPLACED);
        var next = enrol(old.identity.tour());
        world.say(() -> old.name() + " is replaced by " + next.name());
        lease(old.identity.tour(), next);
        begin(next);
    }

    void steal() {
        var old = holder();
        if (old.isGone() || isCloned(old.identity.journal())) {
            return;
        }
        world.dice.hit(Fault.TABLET_STOLEN);
        world.say(() -> old.name() + " is stolen and revoked");
        var at = Instant.ofEpochMilli(world.now());
        db.commit(
                tables -> tables.did(all -> all.devices.get(old.identity.device()).revokedAt = at));
        var journal = old.identity.journal();
        backend.restart();
        ackedAtRevocation.put(journal, db.tables().journals.get(journal).acked);
        replace(old);
        db.backUp();
    }

    /** Falls off the van; what is on the second medium is read in the office. */
    void kill() {
        var old = holder();
        if (old.isGone() || isCloned(old.identity.journal())) {
            return;
        }
        world.dice.hit(Fault.TABLET_DEAD);
        world.say(() -> old.name() + " is dead");
        old.vanish();
        if (old.medium != null) {
            old.medium.powerCut();
        }
        dead.add(old);
        replace(old);
    }

    /** An image of the tablet's disk is started on a second machine. */
    void cloneOne() {
        var old = holder();
        if (old.isGone() || isCloned(old.identity.journal()) || tablets.size() > 5) {
            return;
        }
        world.dice.hit(Fault.TABLET_CLONED);
        var twin = new SimTablet(world, backend, old.identity, old.disk.copied(), null);
        world.say(() -> old.name() + " is cloned");
        tablets.add(twin);
        clones.add(twin);
        begin(twin);
    }

    /**
     * Whether nothing of tablets that are held back is only with them: they say so and it is true.
     */
    boolean allKept() {
        return tablets.stream()
                .filter(tablet -> tablet.isRunning() && !isHonest(tablet))
                .allMatch(tablet -> saysAllKept(tablet) && isKept(tablet));
    }

    private static boolean saysAllKept(SimTablet tablet) {
        var uplink = tablet.memory().line().uplink();
        return Math.max(uplink.acked(), uplink.kept()) == tablet.disk.lastSeq();
    }

    /** Whether the server has the last entry, in its books or kept apart. */
    private boolean isKept(SimTablet tablet) {
        long last = tablet.disk.lastSeq();
        var hash = tablet.disk.hashAfter(last).orElse(null);
        var journal = tablet.identity.journal();
        var row = db.tables().journals.get(journal).rows.get(last);
        return hash == null
                || row != null && row.link().hash().equals(hash)
                || db.tables().kept.getOrDefault(journal, List.of()).stream()
                        .anyMatch(kept -> kept.seq() == last && kept.head().equals(hash));
    }

    /** From here on nothing breaks any more. */
    void calm() {
        world.dice.calm();
        world.say(() -> "calm");
        boolean hint = world.dice.below(Stream.SHAPE, 2) == 0;
        for (var tablet : tablets) {
            tablet.setOpen(true);
            tablet.disk.makeRoom();
            tablet.switchOn();
            if (hint) {
                tablet.wake();
            }
        }
        dead.forEach(this::recover);
    }

    /** Reads the second medium of a dead tablet and hands in what is on it. */
    private void recover(SimTablet tablet) {
        if (tablet.medium == null) {
            return;
        }
        var rows = tablet.medium.read();
        world.dice.reached(Sometimes.MIRROR_READ_BACK);
        if (tablet.shown.isOnAnotherCard() && !rows.isEmpty()) {
            world.dice.reached(Sometimes.CHANGED_CARD_READ_BACK);
        }
        var journal = db.tables().journals.get(tablet.identity.journal());
        var fresh = new ArrayList<MirrorEntry>();
        for (long seq = journal.acked + 1; rows.containsKey(seq); seq++) {
            fresh.add(rows.get(seq));
        }
        if (fresh.size() > 30 && world.has(Mutant.RECOVERY_FORGETS_THE_LAST)) {
            fresh.removeLast();
        }
        if (fresh.isEmpty()) {
            return;
        }
        world.dice.reached(Sometimes.RECOVERED_ENTRIES_NEW_TO_THE_SERVER);
        var part = new ArrayList<MirrorEntry>();
        for (var entry : fresh) {
            part.add(entry);
            boolean last = entry == fresh.getLast();
            if (last || isRoll(entry)) {
                handIn(tablet.identity.journal(), List.copyOf(part));
                part.clear();
            }
        }
    }

    /** Behind it another key signed. */
    private static boolean isRoll(MirrorEntry entry) {
        return EntryCodec.typeOf(entry.entry().toArray())
                .filter(EntryType.KEY_ROLL::equals)
                .isPresent();
    }

    private void handIn(JournalId journal, List<MirrorEntry> part) {
        backend.recover(
                journal,
                new UploadBatch(
                        1,
                        0,
                        part.getFirst().seq(),
                        db.tables().journals.get(journal).head.first(8),
                        part.stream().map(MirrorEntry::entry).toList(),
                        part.getLast().signature(),
                        null));
    }
}
