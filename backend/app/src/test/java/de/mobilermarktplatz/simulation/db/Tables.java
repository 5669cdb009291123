package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.simulation.provider.PayRow;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.sync.domain.BookWrite;
import de.mobilermarktplatz.sync.domain.CaseWrite;
import de.mobilermarktplatz.sync.domain.CrateGoods;
import de.mobilermarktplatz.sync.domain.CustodyWrite;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.DeviceWrite;
import de.mobilermarktplatz.sync.domain.FeedWrite;
import de.mobilermarktplatz.sync.domain.HeldJournal.Place;
import de.mobilermarktplatz.sync.domain.JournalWrite;
import de.mobilermarktplatz.sync.domain.JournalWrite.AppendInbox;
import de.mobilermarktplatz.sync.domain.KeptHead;
import de.mobilermarktplatz.sync.domain.OrderWrite;
import de.mobilermarktplatz.sync.domain.Told;
import de.mobilermarktplatz.sync.domain.Write;
import de.mobilermarktplatz.till.BookEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** The tables that the cores write, and how each write changes them. */
public final class Tables {
    /** A tablet as the office knows it. */
    public static final class Device {
        public final int till;
        public final List<DeviceKey> keys = new ArrayList<>();
        public Instant revokedAt;

        Device(int till) {
            this.till = till;
        }
    }

    /** What is held of a journal. */
    public static final class Journal {
        public final DeviceId device;
        public final Bytes start;
        public long acked;
        public Bytes head;
        public long durable;
        public final TreeMap<Long, AppendInbox.Row> rows = new TreeMap<>();

        Journal(DeviceId device, Bytes start) {
            this.device = device;
            this.start = start;
            this.head = start;
        }
    }

    /** An order with its lines. */
    public static final class Order {
        public final CallId call;
        public final TreeMap<Integer, ProductId> products = new TreeMap<>();
        public final TreeMap<Integer, LineState> lines = new TreeMap<>();

        /** Pieces that are, or were, to be handed over. */
        public final TreeMap<Integer, Long> amounts = new TreeMap<>();

        /** Whether it became another one after it was packed. */
        public boolean changed;

        public Order(CallId call) {
            this.call = call;
        }
    }

    /** A tour with its lease. */
    public static final class Tour {
        public final LocalDate day;
        public final List<CallId> calls;
        public long generation;
        public DeviceId device;
        public boolean closed;

        public Tour(LocalDate day, List<CallId> calls) {
            this.day = day;
            this.calls = List.copyOf(calls);
        }
    }

    /** What made these tables what they are, in order: enough to make them again. */
    public sealed interface Happened {
        /** An entry came into the inbox. */
        record Landed(JournalId journal, AppendInbox.Row row, Instant now) implements Happened {}

        /** Somebody in the office did something. */
        record Did(Consumer<Tables> change) implements Happened {}
    }

    /** Key of a book: one operation may write a receipt and stock moves. */
    public record BookKey(OpId op, String kind) {}

    public final Map<DeviceId, Device> devices = new LinkedHashMap<>();
    public final Map<JournalId, Journal> journals = new LinkedHashMap<>();
    public final Map<OpId, Place> operations = new LinkedHashMap<>();
    public final Map<BookKey, BookEntry> books = new LinkedHashMap<>();
    public final Map<BookKey, DeviceId> bookOf = new LinkedHashMap<>();
    public final Map<DeviceId, TreeMap<Long, OpId>> receipts = new LinkedHashMap<>();
    public final Map<OrderId, Order> orders = new LinkedHashMap<>();
    public final Map<CrateId, List<CrateGoods.Item>> crates = new LinkedHashMap<>();
    public final Map<TourId, Tour> tours = new LinkedHashMap<>();
    public final Map<UUID, CaseWrite.OpenCase> cases = new LinkedHashMap<>();

    /** Bodies kept apart that a person took for honest. */
    public final Set<Bytes> released = new HashSet<>();

    public final Map<Bytes, CaseWrite.Quarantine> apart = new LinkedHashMap<>();
    public final Map<JournalId, List<KeptHead>> kept = new LinkedHashMap<>();

    /** Which journal goes on where another one could not. */
    public final Map<JournalId, JournalWrite.LinkParent> parents = new LinkedHashMap<>();

    public final List<Object> outbox = new ArrayList<>();
    public final List<Happened> history = new ArrayList<>();

    /** Generation under which the goods of a tour were loaded. */
    public final Map<TourId, Long> custody = new LinkedHashMap<>();

    /** Wishes for orders that a van has. */
    public final Map<FactId, OrderRequest> requests = new LinkedHashMap<>();

    public final SimStreams streams = new SimStreams();
    public final Map<PaymentId, PayRow> payments = new LinkedHashMap<>();

    /** So many facts of the outbox were handled. */
    public int told;

    public long epoch = 1;

    /** What an office does beside the cores. */
    public void did(Consumer<Tables> change) {
        change.accept(this);
        history.add(new Happened.Did(change));
    }

    public void enrol(DeviceId device, JournalId journal, Bytes start, DeviceKey key) {
        var row = new Device(devices.size() + 1);
        row.keys.add(key);
        devices.put(device, row);
        journals.put(journal, new Journal(device, start));
    }

    /** A journal beside those that tablets write. */
    public void begin(JournalId journal, DeviceId device, Bytes start) {
        journals.put(journal, new Journal(device, start));
    }

    /** All writes of one step, in their order. */
    public void carryOut(JournalId journal, List<Write> writes) {
        List<FeedWrite.PutFeed> puts = new ArrayList<>();
        for (var write : writes) {
            if (write instanceof FeedWrite.PutFeed put) {
                puts.add(put);
            } else {
                take(journals.get(journal), write);
            }
        }
        streams.put(puts);
    }

    private void take(Journal journal, Write write) {
        switch (write) {
            case JournalWrite.AppendInbox append -> append(append);
            case JournalWrite.MoveHead move -> {
                journal.acked = move.acked();
                journal.head = move.head();
            }
            case JournalWrite.RaiseEpoch raise -> epoch = Math.max(epoch, raise.epoch());
            case JournalWrite.LinkParent link -> parents.putIfAbsent(link.journal(), link);
            case JournalWrite.NoteWaiting _, JournalWrite.NoteUnderstood _ -> {}
            case BookWrite.Book book -> book(journal.device, book.entry());
            case OrderWrite order -> order(order);
            case CaseWrite.OpenCase opened -> cases.putIfAbsent(opened.id(), opened);
            case CaseWrite.Quarantine body -> keep(body);
            case CustodyWrite.CustodyOpened opened -> {
                if (hasTheSay(opened.tour(), opened.generation())) {
                    custody.merge(opened.tour(), opened.generation(), Math::max);
                }
            }
            case CustodyWrite.CustodyEnding ending -> {
                if (hasTheSay(ending.tour(), ending.generation())) {
                    custody.remove(ending.tour());
                }
            }
            case DeviceWrite.KeyAdded added -> addKey(added);
            case Told told -> outbox.add(told.fact());
            default -> throw new IllegalStateException("The simulator does not know " + write);
        }
    }

    /** Only the tablet that has the tour gives its van the say, or takes it. */
    private boolean hasTheSay(TourId tour, long generation) {
        return generation == 0
                || tours.containsKey(tour) && generation >= tours.get(tour).generation;
    }

    private void addKey(DeviceWrite.KeyAdded added) {
        var keys = devices.get(added.device()).keys;
        keys.replaceAll(
                key ->
                        key.validUntil().isAfter(added.othersEnd())
                                ? new DeviceKey(key.publicKey(), key.validFrom(), added.othersEnd())
                                : key);
        keys.addFirst(added.key());
    }

    private void keep(CaseWrite.Quarantine body) {
        apart.putIfAbsent(body.body(), body);
        var link = body.link();
        if (link != null) {
            kept.computeIfAbsent(body.journal(), _ -> new ArrayList<>())
                    .add(new KeptHead(link.upTo(), link.head(), body.reason()));
        }
    }

    private void append(AppendInbox append) {
        var journal = journals.get(append.journal());
        for (var row : append.rows()) {
            var place = new Place(append.journal(), row.link().seq());
            var before = journal.rows.putIfAbsent(row.link().seq(), row);
            Broken.unless(before == null, "I3", "inbox row written twice: " + place);
            history.add(new Happened.Landed(append.journal(), row, append.now()));
            if (!row.again()) {
                var other = operations.putIfAbsent(row.op(), place);
                Broken.unless(other == null, "I6", row.op() + " at " + other + " and " + place);
            }
        }
    }

    private void book(DeviceId device, BookEntry entry) {
        var key = new BookKey(entry.op(), kind(entry));
        books.putIfAbsent(key, entry);
        bookOf.putIfAbsent(key, device);
        if (entry instanceof BookEntry.Receipt receipt) {
            receipts.computeIfAbsent(device, _ -> new TreeMap<>())
                    .putIfAbsent(receipt.receiptNo(), receipt.op());
        }
    }

    private static String kind(BookEntry entry) {
        return entry instanceof BookEntry.StockMoves moves
                ? "moves " + moves.kind()
                : entry.getClass().getSimpleName();
    }

    private void order(OrderWrite write) {
        SimOrders.carryOut(this, write);
    }
}
