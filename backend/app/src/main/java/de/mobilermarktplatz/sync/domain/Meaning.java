package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.CashCount;
import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.DepositReturn;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.JournalOpened;
import de.mobilermarktplatz.contract.journal.KeyRoll;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.PaymentFact;
import de.mobilermarktplatz.contract.journal.PaymentState;
import de.mobilermarktplatz.contract.journal.Refused;
import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.Shrinkage;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.till.TenderKind;
import de.mobilermarktplatz.payment.SoldOnAccount;
import de.mobilermarktplatz.payment.TakenOffAccount;
import de.mobilermarktplatz.till.BookEntry;
import de.mobilermarktplatz.till.BookEntry.Move;
import de.mobilermarktplatz.till.BookEntry.MoveKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What entries mean, one after the other; each sees what those before it did. */
final class Meaning {

    /** Later than this no database and no calendar of people has a day. */
    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T00:00:00Z");

    private final View view;
    private final Instant now;
    private final OrdersAtTheVan orders;
    private final CustodyOfTours custody;
    private final Map<Long, OpId> receipts;

    private final ServerCore.Signatures signatures;
    private final List<DeviceKey> keys;

    Meaning(View view, Instant now, ServerCore.Signatures signatures) {
        this.view = view;
        this.now = now;
        this.signatures = signatures;
        this.keys = new ArrayList<>(view.device().keys());
        this.orders = new OrdersAtTheVan(view, now);
        this.custody = new CustodyOfTours(view, orders, now);
        this.receipts = new HashMap<>(view.held().receipts());
    }

    List<Write> of(JournalEntry entry) {
        if (entry.wall().isAfter(LAST_INSTANT)) {
            return List.of(Cases.notCarriedOut(view, entry.opId(), entry.seq(), now));
        }
        List<Write> writes = new ArrayList<>();
        stale(entry, writes);
        switch (entry.body()) {
            case Sale sale -> {
                receipt(entry, Receipts.of(entry, sale), writes);
                moves(entry, MoveKind.SALE, sale.tour(), Receipts.freeStock(sale.lines()), writes);
            }
            case VoidReceipt reversal -> {
                receipt(entry, Receipts.of(entry, reversal), writes);
                moves(
                        entry,
                        MoveKind.VOID,
                        reversal.tour(),
                        Receipts.freeStock(reversal.lines()),
                        writes);
            }
            case DepositReturn deposit -> receipt(entry, Receipts.of(entry, deposit), writes);
            case CashMovement movement -> receipt(entry, Receipts.of(entry, movement), writes);
            case CashCount count ->
                    writes.add(
                            new BookWrite.Book(
                                    new BookEntry.Count(
                                            entry.opId(),
                                            count.kind().name(),
                                            count.total(),
                                            entry.wall())));
            case Closing closing -> closing(entry, closing, writes);
            case Handover handover -> {
                orders.handOver(entry, handover, writes);
                moves(entry, MoveKind.HANDOVER, handover.tour(), orders.leaving(handover), writes);
            }
            case Refused refused -> orders.refuse(entry, refused, writes);
            case Load load -> {
                custody.loaded(entry, load.tour(), writes);
                orders.load(load, writes);
                moves(entry, MoveKind.LOAD, load.tour(), aboard(load), writes);
            }
            case Shrinkage shrinkage ->
                    moves(
                            entry,
                            MoveKind.SHRINKAGE,
                            shrinkage.tour(),
                            negative(shrinkage.items()),
                            writes);
            case StockCount count -> {
                custody.over(entry, count.tour(), writes);
                moves(entry, MoveKind.COUNT, count.tour(), counted(count), writes);
            }
            case RequestVerdict verdict -> custody.answered(entry, verdict, writes);
            case KeyRoll roll -> keyRoll(entry, roll, writes);
            case JournalOpened opened ->
                    writes.add(
                            new JournalWrite.LinkParent(
                                    view.held().state().journal(),
                                    opened.parent(),
                                    opened.seq(),
                                    opened.head(),
                                    now));
            case PaymentFact fact -> onAccount(fact, writes);
            default -> {}
        }
        return writes;
    }

    /** Goods went to a saved card without asking the bank: it is charged now, once. */
    private static void onAccount(PaymentFact fact, List<Write> writes) {
        if (fact.kind() == TenderKind.ACCOUNT && fact.state() == PaymentState.REFUNDED) {
            writes.add(new Told(new TakenOffAccount(fact.payment().value())));
        }
        if (fact.kind() == TenderKind.ACCOUNT
                && fact.state() == PaymentState.DEFERRED
                && fact.order() != null) {
            writes.add(
                    new Told(
                            new SoldOnAccount(
                                    fact.payment().value(),
                                    fact.order().value(),
                                    fact.amount().cents())));
        }
    }

    private void keyRoll(JournalEntry entry, KeyRoll roll, List<Write> writes) {
        KeyRolls.Verdict verdict =
                KeyRolls.judge(
                        keys,
                        roll,
                        now,
                        (key, message, signature) ->
                                signatures.signed(key, Bytes.of(message), signature));
        switch (verdict) {
            case KeyRolls.Verdict.Rolled(DeviceKey key, Instant othersEnd) -> {
                keys.addFirst(key);
                writes.add(new DeviceWrite.KeyAdded(view.device().id(), key, othersEnd));
            }
            case KeyRolls.Verdict.NotProven _ ->
                    writes.add(TabletCases.keyNotProven(view, entry, now));
            case KeyRolls.Verdict.TooLate(DeviceKey key) -> {
                keys.addFirst(key);
                writes.add(new DeviceWrite.KeyAdded(view.device().id(), key, now));
                writes.add(TabletCases.keyTooLate(view, entry, now));
            }
            case KeyRolls.Verdict.Known _ -> {}
        }
    }

    /** Sales of a tablet that lost its tour happened all the same: kept, carried out, flagged. */
    private void stale(JournalEntry entry, List<Write> writes) {
        TourId tour = TourOf.body(entry.body());
        TourView lease = tour == null ? null : view.trade().tours().get(tour);
        if (tour != null
                && lease != null
                && entry.tourGen() > 0
                && entry.tourGen() < lease.generation()) {
            writes.add(Cases.staleGeneration(view, entry, tour, lease.generation(), now));
        }
    }

    private void receipt(JournalEntry entry, BookEntry.Receipt receipt, List<Write> writes) {
        OpId before = receipts.putIfAbsent(receipt.receiptNo(), receipt.op());
        if (before != null && !before.equals(receipt.op())) {
            writes.add(Cases.receiptNumberTwice(view, entry, receipt.receiptNo(), now));
        }
        writes.add(new BookWrite.Book(receipt));
    }

    private void closing(JournalEntry entry, Closing closing, List<Write> writes) {
        writes.add(
                new BookWrite.Book(
                        new BookEntry.Closing(
                                entry.opId(),
                                closing.zNumber(),
                                closing.businessDay(),
                                closing.tour(),
                                closing.expectedCash(),
                                closing.countedCash(),
                                closing.difference(),
                                closing.firstReceipt(),
                                closing.lastReceipt(),
                                closing.receiptCount(),
                                entry.wall())));
        custody.over(entry, closing.tour(), writes);
        if (closing.tour() != null) {
            orders.endTour(entry, closing.tour(), writes);
        }
    }

    private List<Move> aboard(Load load) {
        List<Move> aboard = new ArrayList<>();
        load.items().forEach(item -> aboard.add(new Move(item.product(), item.amount())));
        load.crates().stream()
                .flatMap(crate -> view.trade().crates().of(crate).stream())
                .forEach(item -> aboard.add(new Move(item.product(), item.amount())));
        return aboard;
    }

    private static List<Move> counted(StockCount count) {
        return count.items().stream()
                .filter(item -> item.counted() != item.expected())
                .map(item -> new Move(item.product(), item.counted() - item.expected()))
                .toList();
    }

    private static List<Move> negative(List<StockItem> items) {
        return items.stream().map(item -> new Move(item.product(), -item.amount())).toList();
    }

    private static void moves(
            JournalEntry entry,
            MoveKind kind,
            @Nullable TourId tour,
            List<Move> moves,
            List<Write> writes) {
        if (!moves.isEmpty()) {
            writes.add(
                    new BookWrite.Book(new BookEntry.StockMoves(entry.opId(), kind, tour, moves)));
        }
    }
}
