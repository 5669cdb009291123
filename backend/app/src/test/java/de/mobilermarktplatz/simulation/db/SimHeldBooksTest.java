package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.sync.HeldBooks;
import de.mobilermarktplatz.sync.HeldBooksContract;
import de.mobilermarktplatz.sync.domain.CaseWrite;
import de.mobilermarktplatz.sync.domain.CrateGoods;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.HeldJournal.Place;
import de.mobilermarktplatz.sync.domain.Needs;
import de.mobilermarktplatz.sync.domain.OrderWrite;
import de.mobilermarktplatz.sync.domain.StreamHead;
import de.mobilermarktplatz.sync.domain.View;
import de.mobilermarktplatz.sync.domain.Write;
import de.mobilermarktplatz.till.BookEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The simulated database does what PostgreSQL does. */
class SimHeldBooksTest extends HeldBooksContract {

    @Override
    protected HeldBooks books() {
        return new Simulated();
    }

    private static final class Simulated implements HeldBooks {
        private static final CallId CALL = new CallId(new UUID(2, 1));

        private final SimDb db = new SimDb();
        private long next;

        @Override
        public View load(DeviceId device, JournalId journal, Needs needs) {
            return SimViews.load(db.tables(), journal, needs);
        }

        @Override
        public void commit(DeviceId device, JournalId journal, List<Write> writes) {
            db.commit(tables -> tables.carryOut(journal, writes));
        }

        @Override
        public Tablet enrolled() {
            var tablet = new Tablet(new DeviceId(id(1)), new JournalId(id(2)));
            var key = new DeviceKey(Bytes.of(new byte[32]), Instant.EPOCH, Instant.MAX);
            var start = HashChain.start(Bytes.of(new byte[] {(byte) next}));
            db.commit(tables -> tables.enrol(tablet.device(), tablet.journal(), start, key));
            return tablet;
        }

        @Override
        public OrderId orderOfTwoLines() {
            var id = new OrderId(id(3));
            db.commit(
                    tables -> {
                        var order = new Tables.Order(CALL);
                        for (int line = 1; line <= 2; line++) {
                            order.products.put(line, new ProductId(new UUID(1, line)));
                            order.lines.put(line, LineState.REQUESTED);
                            order.amounts.put(line, 1L + line);
                        }
                        tables.orders.put(id, order);
                    });
            return id;
        }

        @Override
        public CrateId crateOf(OrderId order) {
            var id = new CrateId(id(4));
            db.commit(
                    tables -> {
                        var lines = tables.orders.get(order).lines;
                        lines.put(1, LineState.PACKED);
                        lines.put(2, LineState.CONFIRMED);
                        var first = tables.orders.get(order).products.get(1);
                        tables.crates.put(id, List.of(new CrateGoods.Item(order, first, 2)));
                    });
            return id;
        }

        @Override
        public TourId tourOf(DeviceId device, long generation) {
            var id = new TourId(id(5));
            db.commit(
                    tables -> {
                        var tour = new Tables.Tour(LocalDate.of(2026, 11, 23), List.of(CALL));
                        tour.device = device;
                        tour.generation = generation;
                        tables.tours.put(id, tour);
                    });
            return id;
        }

        @Override
        public void revoke(DeviceId device) {
            db.commit(tables -> tables.devices.get(device).revokedAt = Instant.EPOCH);
        }

        @Override
        public void release(Bytes body) {
            db.commit(tables -> tables.released.add(body));
        }

        @Override
        public Optional<Long> custodyOf(TourId tour) {
            return Optional.ofNullable(db.tables().custody.get(tour));
        }

        @Override
        public Optional<Place> goesOnAfter(JournalId journal) {
            return Optional.ofNullable(db.tables().parents.get(journal))
                    .map(link -> new Place(link.parent(), link.parentSeq()));
        }

        @Override
        public long facts(String name) {
            return db.tables().outbox.stream().filter(fact -> name(fact).equals(name)).count();
        }

        private static String name(Object fact) {
            return fact instanceof OrderWrite.TourEnded
                    ? "TourClosed"
                    : fact.getClass().getSimpleName();
        }

        @Override
        public List<String> cases() {
            return db.tables().cases.values().stream()
                    .map(CaseWrite.OpenCase::kind)
                    .sorted()
                    .toList();
        }

        @Override
        public List<Long> receipts() {
            return db.tables().books.values().stream()
                    .filter(BookEntry.Receipt.class::isInstance)
                    .map(book -> ((BookEntry.Receipt) book).receiptNo())
                    .sorted()
                    .toList();
        }

        @Override
        public long aboard(TourId tour) {
            return db.tables().books.values().stream()
                    .filter(BookEntry.StockMoves.class::isInstance)
                    .map(BookEntry.StockMoves.class::cast)
                    .filter(moves -> tour.equals(moves.tour()))
                    .flatMap(moves -> moves.moves().stream())
                    .mapToLong(BookEntry.Move::amount)
                    .sum();
        }

        @Override
        public Map<String, Bytes> items(String stream) {
            return db.tables().streams.items(stream);
        }

        @Override
        public StreamHead head(String stream) {
            return db.tables().streams.head(stream);
        }

        private UUID id(int kind) {
            return new UUID(kind, ++next);
        }
    }
}
