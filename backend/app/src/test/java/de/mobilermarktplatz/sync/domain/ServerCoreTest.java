package de.mobilermarktplatz.sync.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.HandoverProof;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.till.BookEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of the server's step, without a database. */
class ServerCoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Bytes ZERO = Bytes.of(new byte[32]);

    private final ServerCore core = new ServerCore((key, message, signature) -> true, ZERO);
    private final UuidV7 ids = new UuidV7(() -> NOW, new Random(1));
    private final JournalId journal = new JournalId(ids.next());
    private final DeviceId device = new DeviceId(ids.next());
    private final OrderId order = new OrderId(ids.next());
    private final CallId call = new CallId(ids.next());
    private final TourId tour = new TourId(ids.next());
    private final List<Bytes> entries = new ArrayList<>();

    @Test
    void anOperationThatAnotherJournalBroughtIsKeptWithoutASecondEffect() {
        OpId op = writes(1, payIn(1));
        Decided decided = step(Map.of(op, new HeldJournal.Place(new JournalId(ids.next()), 9)));

        assertThat(only(decided, JournalWrite.AppendInbox.class).rows().getFirst().again())
                .isTrue();
        assertThat(decided.writes()).noneMatch(BookWrite.class::isInstance);
        assertThat(((Outcome.Accepted) decided.outcome()).state().acked()).isEqualTo(1);
    }

    @Test
    void twoHandoversOfOneOrderAreBothKeptAndChargedOnce() {
        writes(1, handedOver(2));
        writes(1, handedOver(2));
        Decided decided = step(Map.of());

        assertThat(all(decided, OrderWrite.LinesHandedOver.class)).hasSize(1);
        assertThat(all(decided, Told.class)).as("one charge").hasSize(1);
        assertThat(kinds(decided)).containsExactly("DUPLICATE_HANDOVER");
        assertThat(all(decided, BookWrite.Book.class))
                .as("goods left the van twice")
                .filteredOn(book -> book.entry() instanceof BookEntry.StockMoves)
                .hasSize(2);
    }

    @Test
    void aHandoverOfMoreThanCanBeIsKeptAndMovesNothing() {
        writes(1, handedOver(-1));
        writes(1, handedOver(Long.MAX_VALUE));
        Decided decided = step(Map.of());

        assertThat(kinds(decided))
                .containsExactly("ENTRY_NOT_CARRIED_OUT", "ENTRY_NOT_CARRIED_OUT");
        assertThat(decided.writes())
                .noneMatch(OrderWrite.class::isInstance)
                .noneMatch(BookWrite.class::isInstance)
                .noneMatch(Told.class::isInstance);
    }

    @Test
    void whatATabletDidAfterItLostItsTourHappenedAndIsFlaggedOnce() {
        writes(1, handedOver(1));
        writes(1, handedOver(1));
        writes(2, payIn(1));
        Decided decided = step(Map.of());

        assertThat(all(decided, OrderWrite.LinesHandedOver.class)).hasSize(1);
        List<CaseWrite.OpenCase> stale =
                all(decided, CaseWrite.OpenCase.class).stream()
                        .filter(one -> one.kind().equals("STALE_GEN"))
                        .toList();
        assertThat(stale).isNotEmpty();
        assertThat(stale.stream().map(CaseWrite.OpenCase::id).distinct()).hasSize(1);
    }

    @Test
    void aTabletThatLostItsTourMovesGoodsInTheBooksButGivesNoVanTheSay() {
        writes(1, new Load(tour, List.of(), List.of()));
        writes(1, new StockCount(tour, List.of()));
        writes(2, new Load(tour, List.of(), List.of()));
        Decided decided = step(Map.of());

        assertThat(all(decided, CustodyWrite.class))
                .containsExactly(new CustodyWrite.CustodyOpened(tour, 2));
    }

    @Test
    void aReceiptNumberUsedTwiceIsBookedTwiceAndFlagged() {
        writes(0, payIn(4));
        writes(0, payIn(4));
        Decided decided = step(Map.of());

        assertThat(all(decided, BookWrite.Book.class)).hasSize(2);
        assertThat(kinds(decided)).containsExactly("RECEIPT_NUMBER_TWICE");
    }

    @Test
    void whatNobodyCanReadWaitsAndIsAskedAboutOnce() {
        entries.add(Bytes.of(new byte[] {0x13, 0x37}));
        entries.add(Bytes.of(new byte[] {0x13, 0x38}));
        Decided decided = step(Map.of());

        assertThat(all(decided, JournalWrite.NoteWaiting.class)).hasSize(2);
        assertThat(
                        all(decided, CaseWrite.OpenCase.class).stream()
                                .map(CaseWrite.OpenCase::id)
                                .distinct())
                .hasSize(1);
    }

    @Test
    void aTabletThatHasSeenALaterServerRaisesTheEpochAlsoWhenItIsNotAhead() {
        writes(0, payIn(1));
        Decided decided = core.step(view(Map.of(), 0), batch(7));

        assertThat(only(decided, JournalWrite.RaiseEpoch.class).epoch()).isEqualTo(8);
        assertThat(((Outcome.Accepted) decided.outcome()).epoch()).isEqualTo(8);
        assertThat(
                        all(
                                core.step(view(Map.of(), 0), batch(Long.MAX_VALUE)),
                                JournalWrite.RaiseEpoch.class))
                .as("no lie uses all numbers up")
                .isEmpty();
    }

    @Test
    void anEntryThatCannotBeCarriedOutWaitsForALaterVersion() {
        writes(1, handedOver(1));
        Arrival.BatchArrived batch = batch();
        Link link = new Link(1, entries.getFirst(), ZERO);
        Decided spoilt =
                core.step(
                        view(Map.of(), 0),
                        new Arrival.EntryArrived(link, batch.read().getFirst(), true, NOW));
        assertThat(all(spoilt, JournalWrite.NoteWaiting.class)).hasSize(1);
        assertThat(kinds(spoilt)).containsExactly("ENTRY_NOT_CARRIED_OUT");
    }

    @Test
    void aFullQuarantineLeavesTheBodyWithItsSender() {
        writes(0, payIn(1));
        View full = view(Map.of(), ServerCore.MOST_APART);
        ServerCore strict = new ServerCore((key, message, signature) -> false, ZERO);
        Decided decided = strict.step(full, batch());

        assertThat(decided.outcome())
                .isEqualTo(new Outcome.KeptApart("BAD_SIGNATURE", false, null));
        assertThat(all(decided, CaseWrite.Quarantine.class)).isEmpty();
        assertThat(kinds(decided)).containsExactly("QUARANTINE_FULL");
    }

    private Decided step(Map<OpId, HeldJournal.Place> known) {
        return core.step(view(known, 0), batch());
    }

    private Arrival.BatchArrived batch() {
        return batch(1);
    }

    private Arrival.BatchArrived batch(long epochSeen) {
        UploadBatch batch =
                new UploadBatch(
                        1,
                        epochSeen,
                        1,
                        ZERO.first(8),
                        List.copyOf(entries),
                        Bytes.of(new byte[64]),
                        null);
        return Arrival.batch(batch, Bytes.of(batch.encode()), NOW);
    }

    /** Generation 1 is stale: the tour is with somebody else's second one. */
    private View view(Map<OpId, HeldJournal.Place> known, long apart) {
        OrderView.Line line =
                new OrderView.Line(new ProductId(ids.next()), LineState.LOADED, false);
        return new View(
                new DeviceView(device, 1, List.of(new DeviceKey(ZERO, NOW, NOW)), null),
                new HeldJournal(
                        new JournalState(journal, 0, ZERO, ZERO),
                        0,
                        1,
                        Map.of(),
                        known,
                        Map.of(),
                        apart),
                new TradeView(
                        Map.of(order, new OrderView(call, Map.of(1, line))),
                        new CrateGoods(Map.of()),
                        staleTours(),
                        Map.of()));
    }

    private Map<TourId, TourView> staleTours() {
        boolean stale =
                entries.stream()
                        .map(entry -> Entries.read(1, entry))
                        .anyMatch(read -> read instanceof JournalEntry e && e.tourGen() == 2);
        return Map.of(
                tour,
                new TourView(
                        LocalDate.of(2026, 11, 23), stale ? 2 : 1, device, false, List.of(call)));
    }

    private OpId writes(long generation, EntryBody body) {
        OpId op = new OpId(ids.next());
        entries.add(
                Bytes.of(
                        EntryCodec.encode(
                                JournalEntry.of(
                                        entries.size() + 1L,
                                        op,
                                        generation,
                                        NOW,
                                        1,
                                        new BootId(new UUID(1, 1)),
                                        0,
                                        body))));
        return op;
    }

    private static CashMovement payIn(long number) {
        return new CashMovement(number, CashMovementKind.PAY_IN, new Money(100), null);
    }

    private Handover handedOver(long pieces) {
        return new Handover(
                order,
                call,
                tour,
                HandoverProof.values()[0],
                List.of(new DeliveredLine(1, Unit.PIECE, pieces)),
                Money.ZERO,
                null);
    }

    private static <W extends Write> List<W> all(Decided decided, Class<W> kind) {
        return decided.writes().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <W extends Write> W only(Decided decided, Class<W> kind) {
        assertThat(all(decided, kind)).hasSize(1);
        return all(decided, kind).getFirst();
    }

    private static List<String> kinds(Decided decided) {
        return all(decided, CaseWrite.OpenCase.class).stream()
                .map(CaseWrite.OpenCase::kind)
                .toList();
    }
}
