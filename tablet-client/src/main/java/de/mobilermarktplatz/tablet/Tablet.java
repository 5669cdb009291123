package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.tour.TourList;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.device.FailPoints;
import de.mobilermarktplatz.tablet.lock.PinLock;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.machine.Event;
import de.mobilermarktplatz.tablet.machine.NewJournal;
import de.mobilermarktplatz.tablet.machine.StoreFailed;
import de.mobilermarktplatz.tablet.machine.SyncState;
import de.mobilermarktplatz.tablet.machine.SyncWords;
import de.mobilermarktplatz.tablet.machine.TabletClock;
import de.mobilermarktplatz.tablet.machine.TabletCore;
import de.mobilermarktplatz.tablet.machine.TourWords;
import de.mobilermarktplatz.tablet.machine.Uplink;
import de.mobilermarktplatz.tablet.machine.Wish;
import de.mobilermarktplatz.tablet.store.DeviceKeyFile;
import de.mobilermarktplatz.tablet.store.Enrolled;
import de.mobilermarktplatz.tablet.store.TabletStore;
import de.mobilermarktplatz.tablet.sync.Enroller;
import de.mobilermarktplatz.tablet.sync.Enrolment;
import de.mobilermarktplatz.tablet.sync.Sync;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tablet as console and screen see it. Selling never touches the network; the few things that
 * need it (enrolling, fetching a tour, a sync on demand) say so when it is missing.
 */
public final class Tablet implements AutoCloseable {
    private static final String NOT_ENROLLED = "Dieses Tablet ist noch nicht angemeldet.";

    private final Options options;
    private final TabletStore store;
    private volatile Ed25519KeyPair key;
    private volatile JournalId journal;
    private final InstantSource wall;
    private final TabletClock clock;
    private final UuidV7 ids;
    private final MachineRoom room;
    private final OldJournals old;
    private final PinLock pin;
    private volatile @Nullable OnBoard onBoard;
    private volatile @Nullable Sync sync;
    private volatile @Nullable Enrolment enrolment;
    private volatile @Nullable Follower follower;

    private Tablet(Options options, TabletStore store, InstantSource wall, FailPoints failPoints) {
        var random = new SecureRandom();
        this.options = options;
        this.store = store;
        this.wall = wall;
        this.ids = new UuidV7(wall, random);
        this.clock = TabletClock.starting(wall, new BootId(ids.next()));
        this.journal = store.journalId(() -> new JournalId(ids.next()));
        this.key = DeviceKeyFile.keyOf(options.data(), journal);
        this.pin = new PinLock(store.pin(), random, System::nanoTime);
        this.room = new MachineRoom(options, wall, clock, failPoints);
        this.old = new OldJournals(store, options.data(), room, wall);
    }

    /**
     * Opens the store and, when enrolled, ends what a crash left open and starts the background
     * upload.
     *
     * @param options data folder exists and belongs to this process
     */
    public static Tablet open(Options options, InstantSource wall) {
        var halt = options.haltAt();
        return open(options, wall, halt == null ? FailPoints.none() : FailPoints.haltAt(halt));
    }

    static Tablet open(Options options, InstantSource wall, FailPoints failPoints) {
        return new Tablet(options, TabletStore.open(options.data()), wall, failPoints);
    }

    /** First thing after {@link #open}: what was found. */
    public Answer start() {
        return guarded(
                () -> {
                    var kept = store.enrolled();
                    if (kept.isEmpty()) {
                        return Answer.yes(Map.of("enrolled", false));
                    }
                    var reply = EnrolmentReply.decode(kept.get().reply().toArray());
                    var server = options.server() == null ? kept.get().server() : options.server();
                    return begin(new Enrolment(server, journal, key, reply));
                });
    }

    /** Turns the tablet into a till; needs the network. */
    public Answer enrol(String code, String deviceName) {
        URI server = options.server();
        return server == null
                ? Answer.no("Die Adresse des Servers fehlt (--server).")
                : enrol(server, code, deviceName);
    }

    /**
     * The same at a server that the driver typed.
     *
     * @param server sync address with region
     */
    public Answer enrol(URI server, String code, String deviceName) {
        if (enrolment != null) {
            return anew(server, code, deviceName);
        }
        return guarded(
                () ->
                        switch (new Enroller(wall).enrol(server, code, key, journal, deviceName)) {
                            case Enroller.Result.Failed failed -> Answer.no(failed.sentence());
                            case Enroller.Result.Enrolled enrolled -> {
                                store.enrol(
                                        new Enrolled(server, enrolled.reply()),
                                        firstContact(enrolled.enrolment().reply()));
                                yield begin(enrolled.enrolment());
                            }
                        });
    }

    /**
     * A tablet whose journal the server keeps apart goes on with a new one, as a till of its own;
     * the old one is still delivered.
     */
    private Answer anew(URI server, String code, String deviceName) {
        var board = onBoard;
        if (board == null || !board.memory().line().shut()) {
            return Answer.no("Dieses Tablet ist schon angemeldet.");
        }
        if (!board.memory().open().state().basket().isEmpty()) {
            return Answer.no("Bitte zuerst den offenen Korb abschließen oder abbrechen.");
        }
        return guarded(
                () -> {
                    var next = store.nextJournal(() -> new JournalId(ids.next()));
                    var nextKey = DeviceKeyFile.keyFor(options.data(), next);
                    return switch (new Enroller(wall)
                            .enrol(server, code, nextKey, next, deviceName)) {
                        case Enroller.Result.Failed failed -> Answer.no(failed.sentence());
                        case Enroller.Result.Enrolled enrolled -> {
                            stop();
                            var till = enrolled.enrolment();
                            store.beginAnew(
                                    next,
                                    new Enrolled(server, enrolled.reply()),
                                    firstContact(till.reply()),
                                    NewJournal.first(
                                            till.papers(),
                                            room.ports(nextKey),
                                            journal,
                                            board.memory().open().head()));
                            journal = next;
                            key = nextKey;
                            yield goOn(till, board);
                        }
                    };
                });
    }

    private Answer goOn(Enrolment till, OnBoard before) {
        var begun = begin(till);
        var tour = before.memory().open().tour();
        var taken = begun.ok() && tour != null ? take(tour.snapshot().tour()) : begun;
        var hints = new ArrayList<>(begun.hints());
        hints.add(
                "Dieses Tablet ist jetzt Kasse "
                        + till.reply().tillNumber()
                        + ". Bitte das Geld in der Lade zählen und als Anfangsbestand eingeben.");
        if (!taken.ok()) {
            hints.add("Bitte die Tour noch einmal übernehmen.");
        }
        return new Answer(begun.ok(), begun.sentence(), begun.values(), hints, begun.receipts());
    }

    private Uplink firstContact(EnrolmentReply reply) {
        var lag = Duration.between(wall.instant(), reply.serverTime());
        return new Uplink(0, 0, reply.epoch(), null, lag);
    }

    private Answer begin(Enrolment till) {
        var line =
                new Sync(
                        till,
                        this::serverTime,
                        () -> asks(new Wish.Sync(false)),
                        tooOld -> tells(new Event.TooOld(tooOld)));
        var board = room.machine(till, till.papers(), store, line);
        enrolment = till;
        onBoard = board;
        sync = line;
        var found = board.start();
        if (!found.ok()) {
            return found;
        }
        var reader = new Follower(line, board, store.feed(), till.reply().device(), room.backoff());
        follower = reader;
        reader.start();
        old.start();
        var values = new LinkedHashMap<>(found.values());
        values.put("enrolled", true);
        values.put("till", till.reply().tillNumber());
        values.put("region", till.reply().regionSlug());
        values.put("device", till.reply().device().toString());
        values.put("journal", journal.toString());
        return new Answer(true, "", values, found.hints(), found.receipts());
    }

    private Instant serverTime() {
        var board = onBoard;
        return board == null
                ? wall.instant()
                : wall.instant().plus(board.memory().line().uplink().clockLag());
    }

    private boolean asks(Wish wish) {
        var board = onBoard;
        return board != null && board.ask(wish).ok();
    }

    private void tells(Event event) {
        var board = onBoard;
        if (board != null) {
            board.tell(event);
        }
    }

    /** Where {@link #enrol} goes unless the driver types something else. */
    public URI proposedServer() {
        return options.server() == null ? Options.DEFAULT_SERVER : options.server();
    }

    /** Keeps strangers off the window; the console knows no PIN. */
    public PinLock pin() {
        return pin;
    }

    /** Tours this tablet may take, or why they cannot be read; needs the network. */
    public Sync.Fetched<TourList> offeredTours() {
        var line = sync;
        return line == null ? new Sync.Fetched<>(null, NOT_ENROLLED) : line.tours();
    }

    /** The same in figures. */
    public Answer tours() {
        var fetched = offeredTours();
        return fetched.value() == null
                ? Answer.no(fetched.sentence())
                : Answer.yes(TourWords.of(fetched.value()));
    }

    /** Takes a tour along, or fetches it anew; needs the network. */
    public Answer take(TourId tour) {
        var line = sync;
        var board = onBoard;
        if (line == null || board == null) {
            return Answer.no(NOT_ENROLLED);
        }
        return guarded(
                () -> {
                    var fetched = line.take(tour);
                    if (fetched.value() == null) {
                        return Answer.no(fetched.sentence());
                    }
                    var taken = board.ask(new Wish.TakeTour(fetched.value()));
                    var reader = follower;
                    if (reader != null) {
                        reader.wake();
                    }
                    return taken;
                });
    }

    /** Does what the driver wants; needs no network. */
    public Answer perform(Command command) {
        return working(new Wish.Perform(command, original(command)));
    }

    private @Nullable JournalEntry original(Command command) {
        return command instanceof Command.Void counter
                ? store.entryOfReceipt(counter.receiptNo())
                        .map(stored -> EntryCodec.decode(stored.entry().toArray()))
                        .map(read -> read instanceof JournalEntry entry ? entry : null)
                        .orElse(null)
                : null;
    }

    /**
     * A whole sale at once; needs no network.
     *
     * @param lines scans and empties
     */
    public Answer sell(List<Command> lines, Money tendered, @Nullable AgeCheckResult age) {
        return working(new Wish.Sell(lines, tendered, age));
    }

    /** Empties: into the open basket, or paid out at once when none is open; needs no network. */
    public Answer bottlesBack(Command.BottlesBack back) {
        return working(new Wish.Bottles(back));
    }

    /** Uploads now; says in words where the entries are. */
    public Answer syncNow() {
        var talked = working(new Wish.Sync(true));
        if (onBoard == null || store.broken()) {
            return talked;
        }
        var status = status();
        return new Answer(
                talked.ok(),
                talked.ok() ? "" : String.valueOf(status.values().get("words")),
                status.values(),
                List.of(),
                List.of());
    }

    /**
     * Everything on board as it is now, for screens to read; never changes afterwards.
     *
     * @return empty before enrolment and while no tour is aboard
     */
    public Optional<Aboard> aboard() {
        var board = onBoard;
        return board == null ? Optional.empty() : board.look();
    }

    /** What screens show now. */
    public Glance glance() {
        var board = onBoard;
        var of = enrolment;
        if (board == null || of == null) {
            return new Glance.NotEnrolled();
        }
        var till = new Glance.TillGlance(of.till(), state(board, of), store.broken(), board.now());
        return board.look()
                .<Glance>map(aboard -> new Glance.OnTour(till, aboard))
                .orElse(new Glance.WithoutTour(till));
    }

    public Answer status() {
        var board = onBoard;
        var of = enrolment;
        return board == null || of == null
                ? Answer.yes(Map.of("enrolled", false))
                : Answer.yes(
                        StatusWords.of(
                                board.memory(), state(board, of), store.broken(), old.waiting()));
    }

    private SyncState state(OnBoard board, Enrolment of) {
        var memory = board.memory();
        var oldest = since(memory.line().uplink().acked() + 1);
        return SyncWords.of(memory, oldest, ZoneId.of(of.reply().zone()));
    }

    /** Null also when the disk cannot be read: a screen shows that, and must not fail over it. */
    private @Nullable Instant since(long seq) {
        try {
            return store.entry(seq)
                    .map(stored -> EntryCodec.decode(stored.entry().toArray()))
                    .map(entry -> entry instanceof JournalEntry known ? known.wall() : null)
                    .orElse(null);
        } catch (StoreFailed unreadable) {
            return null;
        }
    }

    /** Walks the own hash chain from its first entry. */
    public Answer verify() {
        var till = enrolment;
        return till == null
                ? Answer.no(NOT_ENROLLED)
                : ChainWords.of(store, journal, till.start(), key.publicKey());
    }

    private Answer working(Wish wish) {
        var board = onBoard;
        return board == null ? Answer.no(NOT_ENROLLED) : guarded(() -> board.ask(wish));
    }

    private Answer guarded(Supplier<Answer> work) {
        if (store.broken()) {
            return Answer.no(TabletCore.STOPPED);
        }
        try {
            return work.get();
        } catch (StoreFailed e) {
            System.getLogger(Tablet.class.getName()).log(System.Logger.Level.ERROR, e.getMessage());
            return Answer.no(TabletCore.STOPPED);
        }
    }

    /** Nothing is written any more until {@link #begin}. */
    private void stop() {
        old.close();
        var reader = follower;
        if (reader != null) {
            reader.close();
        }
        var board = onBoard;
        if (board != null) {
            board.close();
        }
        var line = sync;
        if (line != null) {
            line.close();
        }
    }

    @Override
    public void close() {
        stop();
        store.close();
    }
}
