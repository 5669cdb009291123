package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.Abort;
import de.mobilermarktplatz.contract.journal.AgeCheck;
import de.mobilermarktplatz.contract.journal.CashCount;
import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.ClockAnchor;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.CountKind;
import de.mobilermarktplatz.contract.journal.DepositReturn;
import de.mobilermarktplatz.contract.journal.DeviceEvent;
import de.mobilermarktplatz.contract.journal.DeviceEventKind;
import de.mobilermarktplatz.contract.journal.GoodsIn;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.JournalOpened;
import de.mobilermarktplatz.contract.journal.KeyRoll;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.PaymentFact;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.contract.journal.Refused;
import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.SaleLine;
import de.mobilermarktplatz.contract.journal.Shrinkage;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.StopArrive;
import de.mobilermarktplatz.contract.journal.StopLeave;
import de.mobilermarktplatz.contract.journal.TaxTotal;
import de.mobilermarktplatz.contract.journal.Temperature;
import de.mobilermarktplatz.contract.journal.TseOutage;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.LineKind;
import de.mobilermarktplatz.kernel.till.Tender;
import de.mobilermarktplatz.kernel.till.TenderKind;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry changes. A pure fold: the projections of the whole journal, replayed from its first
 * entry, are those in the store.
 */
public final class Consequences {
    private Consequences() {}

    /**
     * @param tour the tour that was aboard when the entry was made, null before the first
     */
    public static List<Change> of(JournalEntry entry, @Nullable Tour tour) {
        return switch (entry.body()) {
            case Sale sale -> ofSale(sale);
            case VoidReceipt counter -> {
                var changes = ofReceipt(counter);
                changes.add(new Change.SaleVoided(counter.original()));
                moveFreeGoods(changes, counter.lines());
                yield changes;
            }
            case DepositReturn empties -> {
                var changes = ofReceipt(empties);
                changes.add(new Change.BasketCleared());
                yield changes;
            }
            case CashMovement movement -> ofMovement(movement);
            case CashCount count when count.kind() == CountKind.CLOSING ->
                    List.of(
                            new Change.Added(Counter.PERIOD_COUNTS, 1),
                            new Change.Became(Counter.PERIOD_COUNTED, count.total().cents()));
            case Closing closing -> ofClosing(entry.seq(), closing);
            case Abort _ -> List.of(new Change.BasketCleared());
            case Load load -> ofLoad(load, tour);
            case Shrinkage gone ->
                    gone.items().stream()
                            .<Change>map(i -> new Change.StockMoved(i.product(), -i.amount()))
                            .toList();
            case StockCount _ -> List.of(new Change.Unloaded());
            case Handover handover -> ofHandover(handover, tour);
            case RequestVerdict verdict -> ofVerdict(verdict);
            case Refused refused -> ofRefused(refused, tour);
            case StopArrive arrive ->
                    List.of(new Change.Became(Counter.STANDING_AT, arrive.visit()));
            case StopLeave left ->
                    List.of(
                            new Change.Became(Counter.STANDING_AT, 0),
                            new Change.Became(Counter.LEFT_VISIT, left.visit()),
                            new Change.Became(
                                    Counter.LEFT_TOUR,
                                    left.tour().value().getLeastSignificantBits()));
            case DeviceEvent event when event.kind() == DeviceEventKind.STARTED ->
                    List.of(new Change.Became(Counter.STARTS, event.value()));
            case DeviceEvent event when event.kind() == DeviceEventKind.TOUR_TAKEN ->
                    List.of(new Change.Became(Counter.STANDING_AT, 0));
            case PaymentFact fact -> ofPayment(fact);
            case CashCount _,
                    GoodsIn _,
                    Temperature _,
                    AgeCheck _,
                    TseOutage _,
                    ClockAnchor _,
                    KeyRoll _,
                    JournalOpened _,
                    DeviceEvent _ ->
                    List.of();
        };
    }

    private static List<Change> ofPayment(PaymentFact fact) {
        var order = fact.order();
        if (fact.kind() != TenderKind.ACCOUNT || order == null) {
            return List.of();
        }
        return switch (fact.state()) {
            case DEFERRED -> List.of(new Change.PutOnAccount(fact.payment(), order, fact.amount()));
            case REFUNDED -> List.of(new Change.TakenOffAccount(fact.payment()));
            default -> List.of();
        };
    }

    /** The entry says all that changed, so it needs no tour to be understood. */
    static List<Change> ofVerdict(RequestVerdict verdict) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.RequestAnswered(verdict.request(), verdict.verdict()));
        var order = verdict.order();
        var lines = verdict.lines();
        if (order != null && lines != null) {
            lines.forEach(
                    line ->
                            changes.add(
                                    new Change.LineAgreed(order, line.lineNo(), line.amount())));
            if (lines.stream().allMatch(line -> line.amount() == 0)) {
                changes.add(new Change.OrderMoved(order, OrderProgress.CANCELLED));
            }
        }
        if (verdict.given() != null) {
            verdict.given()
                    .forEach(
                            item ->
                                    changes.add(
                                            new Change.StockGiven(item.product(), item.amount())));
        }
        return changes;
    }

    private static List<Change> ofSale(Sale sale) {
        var changes = ofReceipt(sale);
        moveFreeGoods(changes, sale.lines());
        if (sale.order() == null) {
            changes.add(new Change.BasketCleared());
        }
        return changes;
    }

    /**
     * Goods of a pre-order leave the stock with its handover, not with the receipt that pays them.
     */
    private static void moveFreeGoods(List<Change> changes, List<SaleLine> lines) {
        for (var line : lines) {
            if (line.product() != null && line.kind() == LineKind.GOODS && line.orderLine() == 0) {
                changes.add(new Change.StockMoved(line.product(), -line.amount()));
            }
        }
    }

    private static List<Change> ofReceipt(ReceiptBody receipt) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.Became(Counter.RECEIPTS, receipt.receiptNo()));
        for (var tax : receipt.taxes()) {
            changes.add(new Change.TaxBooked(tax));
        }
        for (var tender : receipt.payments()) {
            changes.add(new Change.TenderBooked(tender));
            if (tender.kind() == TenderKind.CASH) {
                moveCash(changes, tender.amount());
            }
        }
        return changes;
    }

    private static List<Change> ofMovement(CashMovement movement) {
        var amount = movement.amount();
        var changes = new ArrayList<Change>();
        changes.add(new Change.Became(Counter.RECEIPTS, movement.receiptNo()));
        changes.add(new Change.TaxBooked(new TaxTotal(VatKey.NOT_TAXABLE, amount, Money.ZERO)));
        changes.add(new Change.TenderBooked(new Tender(TenderKind.CASH, amount)));
        moveCash(changes, amount);
        if (movement.kind() == CashMovementKind.OPENING_FLOAT) {
            changes.add(new Change.Added(Counter.PERIOD_FLOAT, amount.cents()));
        }
        return changes;
    }

    /** A drawer that changed has to be counted anew. */
    private static void moveCash(List<Change> changes, Money amount) {
        changes.add(new Change.Added(Counter.CASH, amount.cents()));
        if (!amount.isZero()) {
            changes.add(new Change.Became(Counter.PERIOD_COUNTS, 0));
        }
    }

    private static List<Change> ofClosing(long seq, Closing closing) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.Became(Counter.CLOSINGS, closing.zNumber()));
        changes.add(new Change.Became(Counter.CLOSED_SEQ, seq));
        if (closing.receiptCount() > 0) {
            changes.add(new Change.Became(Counter.CLOSED_RECEIPT, closing.lastReceipt()));
        }
        changes.add(new Change.PeriodEnded());
        return changes;
    }

    private static List<Change> ofLoad(Load load, @Nullable Tour tour) {
        var changes = new ArrayList<Change>();
        for (var crate : load.crates()) {
            changes.add(new Change.CrateBoarded(crate));
            if (tour != null) {
                tour.crate(crate).stream()
                        .flatMap(known -> known.contents().stream())
                        .map(item -> new Change.StockMoved(item.product(), item.amount()))
                        .forEach(changes::add);
            }
        }
        for (var item : load.items()) {
            changes.add(new Change.StockMoved(item.product(), item.amount()));
        }
        if (!load.items().isEmpty()) {
            changes.add(new Change.Became(Counter.LOOSE_LOADED, 1));
        }
        return changes;
    }

    private static List<Change> ofHandover(Handover handover, @Nullable Tour tour) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.OrderMoved(handover.order(), OrderProgress.HANDED_OVER));
        if (tour == null) {
            return changes;
        }
        var lines = tour.order(handover.order()).stream().flatMap(o -> o.lines().stream()).toList();
        for (var delivered : handover.lines()) {
            lines.stream()
                    .filter(line -> line.lineNo() == delivered.lineNo())
                    .map(line -> new Change.StockMoved(line.product(), -delivered.amount()))
                    .forEach(changes::add);
        }
        return changes;
    }

    /**
     * A refusal of some lines stands beside the handover of the others; only a whole one ends the
     * order.
     */
    private static List<Change> ofRefused(Refused refused, @Nullable Tour tour) {
        boolean whole =
                tour == null
                        || tour.order(refused.order())
                                .map(order -> order.lines().size() == refused.lines().size())
                                .orElse(true);
        return whole
                ? List.of(new Change.OrderMoved(refused.order(), OrderProgress.REFUSED))
                : List.of();
    }
}
