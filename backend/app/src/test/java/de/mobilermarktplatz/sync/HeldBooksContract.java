package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.sync.domain.BookWrite;
import de.mobilermarktplatz.sync.domain.CaseWrite.KeptLink;
import de.mobilermarktplatz.sync.domain.CaseWrite.OpenCase;
import de.mobilermarktplatz.sync.domain.CaseWrite.Quarantine;
import de.mobilermarktplatz.sync.domain.CustodyWrite.CustodyEnding;
import de.mobilermarktplatz.sync.domain.CustodyWrite.CustodyOpened;
import de.mobilermarktplatz.sync.domain.FeedWrite;
import de.mobilermarktplatz.sync.domain.HeldJournal;
import de.mobilermarktplatz.sync.domain.JournalWrite.AppendInbox;
import de.mobilermarktplatz.sync.domain.JournalWrite.LinkParent;
import de.mobilermarktplatz.sync.domain.JournalWrite.MoveHead;
import de.mobilermarktplatz.sync.domain.JournalWrite.RaiseEpoch;
import de.mobilermarktplatz.sync.domain.KeptHead;
import de.mobilermarktplatz.sync.domain.Link;
import de.mobilermarktplatz.sync.domain.Needs;
import de.mobilermarktplatz.sync.domain.OrderView;
import de.mobilermarktplatz.sync.domain.OrderWrite;
import de.mobilermarktplatz.sync.domain.StreamHead;
import de.mobilermarktplatz.sync.domain.Told;
import de.mobilermarktplatz.sync.domain.View;
import de.mobilermarktplatz.sync.domain.Write;
import de.mobilermarktplatz.till.BookEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases that every {@link HeldBooks} passes: the same View after the same writes. */
public abstract class HeldBooksContract {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private HeldBooks books;
    private HeldBooks.Tablet tablet;

    /** Empty books. */
    protected abstract HeldBooks books();

    @BeforeEach
    void aTabletWithAnEmptyJournal() {
        books = books();
        tablet = books.enrolled();
    }

    @Test
    void anEmptyJournalStandsAtItsStart() {
        View view = load(Needs.NOTHING);
        assertThat(view.held().state().acked()).isZero();
        assertThat(view.held().state().head()).isEqualTo(view.held().state().start());
        assertThat(view.held().epoch()).isEqualTo(1);
        assertThat(view.device().revokedAt()).isNull();
        assertThat(view.device().keys()).hasSize(1);
    }

    @Test
    void whatWasAppendedIsTheOverlapAndItsOperationsAreKnown() {
        OpId one = op();
        OpId two = op();
        append(row(1, one, false), row(2, two, false));

        HeldJournal held = load(needs(0, 3, Set.of(one, two, op()))).held();

        assertThat(held.state().acked()).isEqualTo(2);
        assertThat(held.state().head()).isEqualTo(hash(2));
        assertThat(held.overlap()).isEqualTo(Map.of(1L, hash(1), 2L, hash(2)));
        assertThat(held.known())
                .isEqualTo(
                        Map.of(
                                one, new HeldJournal.Place(tablet.journal(), 1),
                                two, new HeldJournal.Place(tablet.journal(), 2)));
        assertThat(load(needs(2, 1, Set.of())).held().overlap()).isEqualTo(Map.of(2L, hash(2)));
    }

    @Test
    void anOperationHasItsPlaceOnceInARegionAndComesAgainAsOftenAsItLikes() {
        OpId op = op();
        append(row(1, op, false));
        HeldBooks.Tablet other = books.enrolled();

        assertThatThrownBy(
                        () ->
                                books.commit(
                                        other.device(),
                                        other.journal(),
                                        appended(other, row(1, op, false))))
                .isInstanceOf(RuntimeException.class);
        assertThat(
                        books.load(other.device(), other.journal(), Needs.NOTHING)
                                .held()
                                .state()
                                .acked())
                .isZero();

        books.commit(other.device(), other.journal(), appended(other, row(1, op, true)));
        HeldJournal held =
                books.load(other.device(), other.journal(), needs(0, 0, Set.of(op))).held();
        assertThat(held.state().acked()).isEqualTo(1);
        assertThat(held.known()).isEqualTo(Map.of(op, new HeldJournal.Place(tablet.journal(), 1)));
    }

    @Test
    void aReceiptIsBookedOnceAndItsNumberIsUsed() {
        OpId op = op();
        commit(new BookWrite.Book(receipt(op, 7)), new BookWrite.Book(receipt(op(), 8)));
        commit(new BookWrite.Book(receipt(op, 7)));

        assertThat(books.receipts()).containsExactly(7L, 8L);
        Needs needs =
                new Needs(
                        0,
                        0,
                        Set.of(),
                        Set.of(7L, 9L),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        false,
                        Set.of());
        assertThat(load(needs).held().receipts()).isEqualTo(Map.of(7L, op));
        HeldBooks.Tablet other = books.enrolled();
        assertThat(books.load(other.device(), other.journal(), needs).held().receipts()).isEmpty();
    }

    @Test
    void goodsMoveOncePerOperation() {
        TourId tour = books.tourOf(tablet.device(), 1);
        BookEntry.StockMoves moves =
                new BookEntry.StockMoves(
                        op(),
                        BookEntry.MoveKind.LOAD,
                        tour,
                        List.of(new BookEntry.Move(new ProductId(UUID.randomUUID()), 5)));
        commit(new BookWrite.Book(moves));
        commit(new BookWrite.Book(moves));
        assertThat(books.aboard(tour)).isEqualTo(5);
    }

    @Test
    void linesGoAboardAndToTheirCustomer() {
        OrderId order = books.orderOfTwoLines();
        assertThat(states(order)).containsExactly(LineState.REQUESTED, LineState.REQUESTED);
        CrateId crate = books.crateOf(order);
        Needs withCrate =
                new Needs(
                        0,
                        0,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(crate),
                        Set.of(),
                        false,
                        Set.of());
        View view = load(withCrate);
        assertThat(view.trade().orders()).containsOnlyKeys(order);
        assertThat(view.trade().crates().contents().get(crate)).hasSize(1);
        ProductId first = view.trade().orders().get(order).lines().get(1).product();
        assertThat(view.trade().crates().contents().get(crate).getFirst().product())
                .isEqualTo(first);

        commit(new OrderWrite.LinesLoaded(order, List.of(1)));
        assertThat(states(order)).containsExactly(LineState.LOADED, LineState.CONFIRMED);
        commit(
                new OrderWrite.LinesHandedOver(order, Map.of(1, 2L)),
                new OrderWrite.LinesRefused(order, List.of(2)));
        assertThat(states(order)).containsExactly(LineState.HANDED_OVER, LineState.REFUSED);
    }

    @Test
    void aStepThatALineCannotTakeFailsLoudlyAndNothingIsWritten() {
        OrderId order = books.orderOfTwoLines();
        commit(new OrderWrite.LinesHandedOver(order, Map.of(1, 2L)));

        assertThatThrownBy(
                        () ->
                                commit(
                                        new BookWrite.Book(receipt(op(), 1)),
                                        new OrderWrite.LinesHandedOver(order, Map.of(1, 2L))))
                .isInstanceOf(RuntimeException.class);

        assertThat(books.receipts()).isEmpty();
        assertThat(states(order)).containsExactly(LineState.HANDED_OVER, LineState.REQUESTED);
    }

    @Test
    void aTourEndsOnceAndWhatNobodyCameForIsUncollected() {
        OrderId order = books.orderOfTwoLines();
        TourId tour = books.tourOf(tablet.device(), 3);
        Needs needs =
                new Needs(
                        0,
                        0,
                        Set.of(),
                        Set.of(),
                        Set.of(order),
                        Set.of(),
                        Set.of(tour),
                        true,
                        Set.of());
        View before = load(needs);
        assertThat(before.trade().tours().get(tour).generation()).isEqualTo(3);
        assertThat(before.trade().tours().get(tour).device()).isEqualTo(tablet.device());
        assertThat(before.trade().tours().get(tour).calls())
                .containsExactly(before.trade().orders().get(order).call());
        assertThat(before.trade().tours().get(tour).closed()).isFalse();

        commit(new OrderWrite.LinesHandedOver(order, Map.of(1, 2L)));
        Write[] end = {
            new OrderWrite.CallUncollected(before.trade().orders().get(order).call()),
            new OrderWrite.CallSettled(before.trade().orders().get(order).call()),
            new OrderWrite.TourEnded(tour, before.trade().tours().get(tour).day())
        };
        commit(end);
        commit(end);

        assertThat(states(order)).containsExactly(LineState.HANDED_OVER, LineState.UNCOLLECTED);
        assertThat(load(needs).trade().tours().get(tour).closed()).isTrue();
        assertThat(books.facts("TourClosed")).isEqualTo(1);
    }

    @Test
    void whatDoesNotExistIsNotInTheView() {
        Needs needs =
                new Needs(
                        0,
                        0,
                        Set.of(op()),
                        Set.of(1L),
                        Set.of(new OrderId(UUID.randomUUID())),
                        Set.of(new CrateId(UUID.randomUUID())),
                        Set.of(new TourId(UUID.randomUUID())),
                        true,
                        Set.of());
        View view = load(needs);
        assertThat(view.trade().orders()).isEmpty();
        assertThat(view.trade().crates().contents()).isEmpty();
        assertThat(view.trade().tours()).isEmpty();
        assertThat(view.held().known()).isEmpty();
        assertThat(view.held().receipts()).isEmpty();
    }

    @Test
    void casesAndBodiesAreKeptOnceHoweverOftenTheyCome() {
        OpenCase one =
                new OpenCase(
                        UUID.randomUUID(), "STALE_GEN", tablet.journal(), 1, null, "Worte", NOW);
        Quarantine body =
                new Quarantine(tablet.journal(), "FORK", Bytes.of(new byte[] {1, 2}), NOW);
        commit(one, body);
        commit(one, body);
        assertThat(books.cases()).containsExactly("STALE_GEN");
        assertThat(load(Needs.NOTHING).held().apart()).isEqualTo(1);
    }

    @Test
    void whatIsKeptApartHasItsPlaceInTheChain() {
        commit(
                new Quarantine(
                        tablet.journal(),
                        "REVOKED",
                        Bytes.of(new byte[] {3}),
                        NOW,
                        new KeptLink(3, 5, hash(5))));
        assertThat(load(needs(5, 3, Set.of())).held().kept())
                .containsExactly(new KeptHead(5, hash(5), "REVOKED"));
        assertThat(load(needs(6, 3, Set.of())).held().kept()).isEmpty();
    }

    @Test
    void whatIsReleasedWaitsForNobodyAndKeepsItsPlaceInTheChain() {
        Bytes body = Bytes.of(new byte[] {4});
        commit(new Quarantine(tablet.journal(), "FORK", body, NOW, new KeptLink(3, 5, hash(5))));
        Quarantine other =
                new Quarantine(tablet.journal(), "FORK", Bytes.of(new byte[] {5}), NOW, null);
        commit(other);
        assertThat(load(Needs.NOTHING).held().apart()).isEqualTo(2);

        books.release(body);
        books.release(body);

        assertThat(load(Needs.NOTHING).held().apart()).isEqualTo(1);
        assertThat(load(needs(5, 3, Set.of())).held().kept())
                .containsExactly(new KeptHead(5, hash(5), "FORK"));
        commit(new Quarantine(tablet.journal(), "FORK", body, NOW, new KeptLink(3, 5, hash(5))));
        assertThat(load(Needs.NOTHING).held().apart()).isEqualTo(1);
    }

    @Test
    void aVanHasTheSayFromItsLoadToItsCountAndLoadingAgainOpensItAnew() {
        TourId tour = books.tourOf(tablet.device(), 3);
        assertThat(books.custodyOf(tour)).isEmpty();
        commit(new CustodyEnding(tour, 3));
        assertThat(books.custodyOf(tour)).isEmpty();

        commit(new CustodyOpened(tour, 3));
        commit(new CustodyOpened(tour, 3));
        assertThat(books.custodyOf(tour)).contains(3L);
        commit(new CustodyEnding(tour, 3));
        assertThat(books.custodyOf(tour)).isEmpty();
        commit(new CustodyOpened(tour, 3));
        assertThat(books.custodyOf(tour)).contains(3L);
    }

    @Test
    void aTabletThatHasTheTourNoMoreNeitherGivesNorTakesTheSay() {
        TourId tour = books.tourOf(tablet.device(), 3);
        commit(new CustodyOpened(tour, 2));
        assertThat(books.custodyOf(tour)).isEmpty();

        commit(new CustodyOpened(tour, 3), new CustodyEnding(tour, 2));
        assertThat(books.custodyOf(tour)).contains(3L);
    }

    @Test
    void aJournalGoesOnWhereItFirstSaidItDoes() {
        JournalId journal = tablet.journal();
        JournalId before = new JournalId(UUID.randomUUID());
        assertThat(books.goesOnAfter(journal)).isEmpty();
        commit(new LinkParent(journal, before, 7, hash(7), NOW));
        commit(new LinkParent(journal, new JournalId(UUID.randomUUID()), 9, hash(9), NOW));
        assertThat(books.goesOnAfter(journal)).contains(new HeldJournal.Place(before, 7));
    }

    @Test
    void theEpochOnlyRises() {
        commit(new RaiseEpoch(4));
        commit(new RaiseEpoch(2));
        assertThat(load(Needs.NOTHING).held().epoch()).isEqualTo(4);
    }

    @Test
    void aRevokedDeviceIsSeenAsOne() {
        books.revoke(tablet.device());
        assertThat(load(Needs.NOTHING).device().revokedAt()).isNotNull();
    }

    @Test
    void factsAreToldWithTheRest() {
        commit(new Told(new OrderHandedOver(UUID.randomUUID(), UUID.randomUUID(), 0)));
        assertThat(books.facts("OrderHandedOver")).isEqualTo(1);
    }

    @Test
    void whatGoesDownHasItsNumberItsItemsAndTheirFingerprint() {
        String stream = "tour:contract";
        commit(put(stream, "a", 1), put(stream, "b", 2), put(stream, "a", 3));
        commit(put(stream, "b", 2));
        Map<String, Bytes> two = Map.of("a", value(3), "b", value(2));

        assertThat(books.items(stream)).isEqualTo(two);
        assertThat(books.head(stream)).isEqualTo(new StreamHead(stream, 2, StateHash.of(two)));

        commit(new FeedWrite.PutFeed(stream, "b", null), put("cat:contract", "p", 9));
        Map<String, Bytes> one = Map.of("a", value(3));
        assertThat(books.items(stream)).isEqualTo(one);
        assertThat(books.head(stream)).isEqualTo(new StreamHead(stream, 3, StateHash.of(one)));
        assertThat(books.head("cat:contract").seq()).isEqualTo(1);
    }

    private static Write put(String stream, String key, int value) {
        return new FeedWrite.PutFeed(stream, key, value(value));
    }

    private static Bytes value(int of) {
        return Bytes.of(new byte[] {(byte) of});
    }

    private View load(Needs needs) {
        return books.load(tablet.device(), tablet.journal(), needs);
    }

    private void commit(Write... writes) {
        books.commit(tablet.device(), tablet.journal(), List.of(writes));
    }

    private void append(AppendInbox.Row... rows) {
        books.commit(tablet.device(), tablet.journal(), appended(tablet, rows));
    }

    private static List<Write> appended(HeldBooks.Tablet whose, AppendInbox.Row... rows) {
        Link last = rows[rows.length - 1].link();
        return List.of(
                new AppendInbox(whose.journal(), List.of(rows), NOW),
                new MoveHead(whose.journal(), last.seq(), last.hash()));
    }

    private static Needs needs(long from, int most, Set<OpId> operations) {
        return new Needs(
                from, most, operations, Set.of(), Set.of(), Set.of(), Set.of(), false, Set.of());
    }

    private List<LineState> states(OrderId order) {
        Needs needs =
                new Needs(
                        0,
                        0,
                        Set.of(),
                        Set.of(),
                        Set.of(order),
                        Set.of(),
                        Set.of(),
                        false,
                        Set.of());
        Map<Integer, OrderView.Line> lines = load(needs).trade().orders().get(order).lines();
        return List.of(lines.get(1).state(), lines.get(2).state());
    }

    private static AppendInbox.Row row(long seq, OpId op, boolean again) {
        return new AppendInbox.Row(
                new Link(seq, Bytes.of(new byte[] {1, (byte) seq}), hash(seq)), op, again);
    }

    private static Bytes hash(long seq) {
        byte[] hash = new byte[32];
        hash[31] = (byte) seq;
        return Bytes.of(hash);
    }

    private static OpId op() {
        return new OpId(UUID.randomUUID());
    }

    private static BookEntry.Receipt receipt(OpId op, long number) {
        return new BookEntry.Receipt(
                op,
                BookEntry.Kind.SALE,
                number,
                null,
                null,
                null,
                null,
                null,
                NOW,
                new Money(100),
                new Money(100),
                Money.ZERO,
                List.of(),
                List.of(),
                List.of(new BookEntry.Payment("CASH", new Money(100))));
    }
}
