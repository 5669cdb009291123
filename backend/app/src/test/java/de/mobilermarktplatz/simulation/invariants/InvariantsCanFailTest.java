package de.mobilermarktplatz.simulation.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.sync.domain.BookWrite;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.Link;
import de.mobilermarktplatz.tablet.core.Change;
import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.core.TabletState;
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
    void stockThatTheInboxDoesNotExplain() {
        var books = booked(3);

        assertThatThrownBy(() -> I5I6Replay.stock(books, booked(2))).hasMessageContaining("I5");
        I5I6Replay.stock(books, booked(3));
    }

    @Test
    void booksThatTheInboxDoesNotExplain() {
        assertThatThrownBy(() -> I5I6Replay.books(booked(3), booked(2))).hasMessageContaining("I6");
        assertThatThrownBy(() -> I5I6Replay.books(new Tables(), booked(2)))
                .hasMessageContaining("not booked");
    }

    @Test
    void anOrderThatTheInboxDoesNotExplain() {
        var books = new Tables();
        Goods.seed(books, 1);
        var replayed = new Tables();
        Goods.seed(replayed, 1);
        replayed.tours.get(Goods.tour(1)).closed = true;

        assertThatThrownBy(() -> I5I6Replay.orders(books, replayed)).hasMessageContaining("I6");
    }

    @Test
    void projectionsThatTheJournalDoesNotExplain() {
        var ahead = TabletState.EMPTY.after(List.of(new Change.Added(Counter.CASH, 5)));

        assertThatThrownBy(() -> I6TabletFold.check("tablet", List.of(), ahead, null))
                .hasMessageContaining("I6");
        I6TabletFold.check("tablet", List.of(), TabletState.EMPTY, null);
    }

    @Test
    void aReceiptNumberThatIsMissing() {
        var receipts = new I15Receipts();
        receipts.next(cash(1));

        assertThatThrownBy(() -> receipts.next(cash(3))).hasMessageContaining("3 after 1");
    }

    @Test
    void whatIsNotCheckedHereIsNamed() {
        assertThat(Invariants.NOT_CHECKED_HERE).anyMatch(line -> line.startsWith("I9"));
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
        var device = new de.mobilermarktplatz.kernel.id.DeviceId(new UUID(9, 2));
        tables.enrol(device, JOURNAL, START, new DeviceKey(START, Instant.EPOCH, Instant.MAX));
        var moves =
                new BookEntry.StockMoves(
                        new OpId(new UUID(9, 3)),
                        BookEntry.MoveKind.LOAD,
                        null,
                        List.of(new BookEntry.Move(new ProductId(new UUID(1, 1)), amount)));
        tables.carryOut(JOURNAL, List.of(new BookWrite.Book(moves)));
        return tables;
    }
}
