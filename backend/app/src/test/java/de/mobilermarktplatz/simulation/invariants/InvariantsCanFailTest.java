package de.mobilermarktplatz.simulation.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.DeviceEvent;
import de.mobilermarktplatz.contract.journal.DeviceEventKind;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.sync.domain.BookWrite;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.JournalWrite;
import de.mobilermarktplatz.sync.domain.Link;
import de.mobilermarktplatz.tablet.core.Change;
import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.till.BookEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A check that cannot fail proves nothing: each invariant is shown something that breaks it. */
class InvariantsCanFailTest {
    private static final JournalId JOURNAL = new JournalId(new UUID(9, 1));
    private static final Bytes JOURNAL_BYTES = Bytes.of(new byte[] {3});
    private static final Bytes START = HashChain.start(Bytes.of(new byte[] {1}));

    @Test
    void anEntryThatWasSeenAndIsNotThere() {
        var shown = new TreeMap<>(Map.of(1L, START));

        assertThatThrownBy(() -> I2ShownIsKept.check("I2", "tablet", shown, seq -> null))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("I2");
    }

    @Test
    void anEntryThatWasSeenAndIsAnother() {
        var shown = new TreeMap<>(Map.of(1L, START));
        var other = HashChain.start(Bytes.of(new byte[] {2}));

        assertThatThrownBy(() -> I2ShownIsKept.check("I4", "tablet", shown, seq -> other))
                .hasMessageContaining("I4");
    }

    @Test
    void anInboxWithAGap() {
        var chain = new I3ChainsAreWhole(JOURNAL, START);

        assertThatThrownBy(() -> chain.next(link(2, START))).hasMessageContaining("comes 2");
    }

    @Test
    void anInboxWhoseChainBreaks() {
        var chain = new I3ChainsAreWhole(JOURNAL, START);
        var wrong = new Link(1, Bytes.of(new byte[] {7}), START);

        assertThatThrownBy(() -> chain.next(wrong)).hasMessageContaining("breaks at 1");
    }

    @Test
    void anAcknowledgementBeyondTheInbox() {
        var chain = new I3ChainsAreWhole(JOURNAL, START);
        chain.next(link(1, START));

        assertThatThrownBy(() -> chain.ends(2, START)).hasMessageContaining("acked 2, held 1");
    }

    @Test
    void aJournalThatGoesOnSomewhereElse() {
        var before = new JournalId(new UUID(9, 2));
        var link = new JournalWrite.LinkParent(JOURNAL, before, 7, START, Instant.EPOCH);

        assertThatThrownBy(() -> I3GoesOnAtTheEnd.check("till", null, before, new Head(7, START)))
                .hasMessageContaining("I3");
        assertThatThrownBy(() -> I3GoesOnAtTheEnd.check("till", link, before, new Head(8, START)))
                .hasMessageContaining("at 7, not at 8");
        I3GoesOnAtTheEnd.check("till", link, before, new Head(7, START));
    }

    @Test
    void stockThatTheEntriesDoNotExplain() {
        var rule = new I5StockOfTheEntries();
        rule.take(new Load(Goods.tour(1), List.of(), List.of(piece(2))));

        assertThatThrownBy(() -> rule.compare(booked(3))).hasMessageContaining("I5");
        rule.compare(booked(2));
    }

    @Test
    void booksThatTheInboxDoesNotExplain() {
        assertThatThrownBy(() -> I6Replay.compare(booked(3), booked(2))).hasMessageContaining("I6");
        assertThatThrownBy(() -> I6Replay.compare(new Tables(), booked(2)))
                .hasMessageContaining("not booked");
    }

    @Test
    void anOrderThatTheInboxDoesNotExplain() {
        var books = new Tables();
        Goods.seed(books, 1);
        var replayed = new Tables();
        Goods.seed(replayed, 1);
        replayed.orders.get(Goods.order(1, 1)).lines.put(1, LineState.REFUSED);

        assertThatThrownBy(() -> I6Replay.compare(books, replayed)).hasMessageContaining("order");
    }

    @Test
    void aTourWhoseEndTheInboxDoesNotExplain() {
        var books = new Tables();
        Goods.seed(books, 1);
        var replayed = new Tables();
        Goods.seed(replayed, 1);
        replayed.tours.get(Goods.tour(1)).closed = true;

        assertThatThrownBy(() -> I6Replay.compare(books, replayed)).hasMessageContaining("end of");
    }

    @Test
    void aLeaseThatTwoHold() {
        var one = new DeviceId(new UUID(9, 2));

        assertThatThrownBy(() -> I13OneLease.held(1, one, new DeviceId(new UUID(9, 3))))
                .hasMessageContaining("I13");
        assertThatThrownBy(() -> I13OneLease.counted(1, 1, 2)).hasMessageContaining("I13");
        I13OneLease.held(1, one, one);
        I13OneLease.counted(1, 2, 2);
    }

    @Test
    void aRevokedTabletThatWrites() {
        assertThatThrownBy(() -> I14RevokedWriteNothing.check("tablet", 5, 4))
                .hasMessageContaining("I14: tablet was revoked and wrote 5");
        I14RevokedWriteNothing.check("tablet", 4, 4);
    }

    @Test
    void somethingThatWaitsForLongerThanAMinute() {
        assertThatThrownBy(() -> I16Drains.check("tablet", "entries from 3 to 5"))
                .hasMessageContaining("I16");
        I16Drains.check("tablet", null);
        assertThat(I16Drains.WITHIN_MILLIS).isEqualTo(60_000);
    }

    @Test
    void anHonestTabletThatIsTakenForAForger() {
        assertThatThrownBy(() -> I17NoFalseAlarm.check("tablet", true, List.of()))
                .hasMessageContaining("I17");
        assertThatThrownBy(() -> I17NoFalseAlarm.check("tablet", false, List.of("FORK")))
                .hasMessageContaining("FORK");
        I17NoFalseAlarm.check("tablet", false, List.of());
    }

    @Test
    void moneyThatIsTakenTwiceOrTooMuchOrForNothing() {
        var one = Money.cents(100);
        var two = Money.cents(200);

        assertThatThrownBy(() -> I7I8Money.once("p", 2)).hasMessageContaining("I7");
        assertThatThrownBy(() -> I7I8Money.within(two, one)).hasMessageContaining("I7");
        assertThatThrownBy(() -> I7I8Money.booked("p", one, two)).hasMessageContaining("I7");
        assertThatThrownBy(() -> I7I8Money.paid("p", one, two)).hasMessageContaining("I7");
    }

    @Test
    void moneyThatIsGivenBackTwiceOrTooMuch() {
        var one = Money.cents(100);
        var two = Money.cents(200);

        assertThatThrownBy(() -> I7I8Money.givenBack(two, one)).hasMessageContaining("I8");
        assertThatThrownBy(() -> I7I8Money.refundedOnce(2)).hasMessageContaining("I8");
        assertThatThrownBy(() -> I7I8Money.bookedBack("p", one, two)).hasMessageContaining("I8");
    }

    @Test
    void projectionsThatTheJournalDoesNotExplain() {
        var ahead = TabletState.EMPTY.after(List.of(new Change.Added(Counter.CASH, 5)));

        assertThatThrownBy(
                        () ->
                                I6TabletFold.check(
                                        "tablet", TabletState.EMPTY, List.of(), ahead, null))
                .hasMessageContaining("I6");
        I6TabletFold.check("tablet", TabletState.EMPTY, List.of(), TabletState.EMPTY, null);
    }

    @Test
    void aReceiptNumberThatIsMissing() {
        var till = new I15ClocksChangeNothing();
        till.body(1, cash(1));

        assertThatThrownBy(() -> till.body(2, cash(3))).hasMessageContaining("3 after 1");
    }

    @Test
    void aClosingThatCountsAnotherDrawer() {
        var till = new I15ClocksChangeNothing();
        till.body(1, cash(1));

        assertThatThrownBy(() -> till.body(2, closing(1, 2, 101))).hasMessageContaining("I15");
        assertThatThrownBy(() -> till.body(2, closing(3, 2, 100))).hasMessageContaining("I15");
    }

    @Test
    void timeThatRunsBackwardsWithinOneStart() {
        var till = new I15ClocksChangeNothing();
        till.next(entry(1, 1, 500));

        assertThatThrownBy(() -> till.next(entry(2, 1, 499))).hasMessageContaining("backwards");
        till.next(entry(2, 2, 3));
        assertThatThrownBy(() -> till.next(entry(3, 1, 501))).hasMessageContaining("goes on");
    }

    @Test
    void aTabletThatHasOtherThingsThanTheServer() {
        var items = Map.of("a", START);
        var other = Map.of("a", JOURNAL_BYTES);
        var hash = StateHash.of(items);

        assertThatThrownBy(() -> I9FeedIsTheServers.check("t", 1, items, 2, items, hash))
                .hasMessageContaining("I9");
        assertThatThrownBy(() -> I9FeedIsTheServers.check("t", 1, other, 1, items, hash))
                .hasMessageContaining("other items");
        assertThatThrownBy(() -> I9FeedIsTheServers.check("t", 1, items, 1, items, START))
                .hasMessageContaining("own hash");
        I9FeedIsTheServers.check("t", 1, items, 1, items, hash);
    }

    @Test
    void whatIsNotCheckedHereIsNamed() {
        assertThat(Invariants.NOT_CHECKED_HERE).anyMatch(line -> line.startsWith("I18"));
    }

    private static JournalEntry entry(long seq, long boot, long mono) {
        return JournalEntry.of(
                seq,
                new OpId(new UUID(9, seq)),
                0,
                Instant.EPOCH,
                mono,
                new BootId(new UUID(8, boot)),
                0,
                new DeviceEvent(DeviceEventKind.STARTED, 1, null));
    }

    private static Closing closing(long number, long seq, long counted) {
        return new Closing(
                number,
                Goods.DAY,
                Goods.tour(1),
                Money.cents(counted),
                Money.cents(counted),
                Money.ZERO,
                List.of(),
                List.of(),
                1,
                1,
                1,
                1,
                seq - 1,
                START);
    }

    private static StockItem piece(long amount) {
        return new StockItem(new ProductId(new UUID(1, 1)), Unit.PIECE, amount);
    }

    private static CashMovement cash(long number) {
        return new CashMovement(number, CashMovementKind.PAY_IN, Money.cents(100), null);
    }

    private static Link link(long seq, Bytes before) {
        var entry = Bytes.of(new byte[] {7});
        return new Link(seq, entry, HashChain.next(JOURNAL, 1, before, entry));
    }

    private static Tables booked(long amount) {
        var tables = new Tables();
        var device = new DeviceId(new UUID(9, 2));
        tables.enrol(device, JOURNAL, START, new DeviceKey(START, Instant.EPOCH, Instant.MAX));
        var moves =
                new BookEntry.StockMoves(
                        new OpId(new UUID(9, 3)),
                        BookEntry.MoveKind.LOAD,
                        Goods.tour(1),
                        List.of(new BookEntry.Move(new ProductId(new UUID(1, 1)), amount)));
        tables.carryOut(JOURNAL, List.of(new BookWrite.Book(moves)));
        return tables;
    }
}
