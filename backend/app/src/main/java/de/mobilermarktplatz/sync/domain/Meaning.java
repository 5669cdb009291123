package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.CashCount;
import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.DepositReturn;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.contract.journal.Refused;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.Shrinkage;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.journal.UnknownEntry;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.till.BookEntry;
import de.mobilermarktplatz.till.BookEntry.Move;
import de.mobilermarktplatz.till.BookEntry.MoveKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Understands journal entries. Pure; whatever it does not understand has no effect and stays in the
 * inbox.
 */
public final class Meaning {

    private final CrateGoods crates;
    private final OrderGoods orders;

    /**
     * @param crates contents of every crate that the batch loads
     * @param orders product of every order line that the batch hands over
     */
    public Meaning(CrateGoods crates, OrderGoods orders) {
        this.crates = crates;
        this.orders = orders;
    }

    public List<Effect> of(ReadEntry read) {
        return switch (read) {
            case UnknownEntry unknown ->
                    List.of(
                            new Effect.OfficeCase(
                                    "UNKNOWN_ENTRY",
                                    unknown.seq(),
                                    null,
                                    "Eintragsart "
                                            + unknown.type()
                                            + " in Version "
                                            + unknown.ver()
                                            + " ist hier noch nicht bekannt; sie wartet auf die neuere Version."));
            case JournalEntry entry -> of(entry);
        };
    }

    private List<Effect> of(JournalEntry entry) {
        OpId op = entry.opId();
        return switch (entry.body()) {
            case Sale sale -> sale(entry, sale);
            case VoidReceipt reversal -> reversal(entry, reversal);
            case DepositReturn deposit -> List.of(new Effect.Book(Receipts.of(entry, deposit)));
            case CashMovement movement -> List.of(new Effect.Book(Receipts.of(entry, movement)));
            case CashCount count ->
                    List.of(
                            new Effect.Book(
                                    new BookEntry.Count(
                                            op, count.kind().name(), count.total(), entry.wall())));
            case Closing closing -> closing(entry, closing);
            case Handover handover -> handover(op, handover);
            case Refused refused ->
                    List.of(new Effect.Refuse(op, refused.order(), numbers(refused.lines())));
            case Load load -> load(op, load);
            case Shrinkage shrinkage ->
                    moves(op, MoveKind.SHRINKAGE, shrinkage.tour(), negative(shrinkage.items()));
            case StockCount count ->
                    moves(
                            op,
                            MoveKind.COUNT,
                            count.tour(),
                            count.items().stream()
                                    .filter(item -> item.counted() != item.expected())
                                    .map(
                                            item ->
                                                    new Move(
                                                            item.product(),
                                                            item.counted() - item.expected()))
                                    .toList());
            default -> List.of();
        };
    }

    private static List<Effect> sale(JournalEntry entry, Sale sale) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Book(Receipts.of(entry, sale)));
        effects.addAll(
                moves(entry.opId(), MoveKind.SALE, sale.tour(), Receipts.freeStock(sale.lines())));
        return effects;
    }

    private static List<Effect> reversal(JournalEntry entry, VoidReceipt reversal) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Book(Receipts.of(entry, reversal)));
        effects.addAll(
                moves(
                        entry.opId(),
                        MoveKind.VOID,
                        reversal.tour(),
                        Receipts.freeStock(reversal.lines())));
        return effects;
    }

    private static List<Effect> closing(JournalEntry entry, Closing closing) {
        List<Effect> effects = new ArrayList<>();
        effects.add(
                new Effect.Book(
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
        TourId tour = closing.tour();
        if (tour != null) {
            effects.add(new Effect.CloseTour(tour));
        }
        return effects;
    }

    private List<Effect> handover(OpId op, Handover handover) {
        Map<Integer, Long> delivered =
                handover.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        DeliveredLine::lineNo, DeliveredLine::amount, Long::sum));
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.HandOver(op, handover.order(), delivered, handover.paidAtVan()));
        List<Move> off = new ArrayList<>();
        delivered.forEach(
                (line, amount) -> {
                    ProductId product = orders.product(handover.order(), line);
                    if (product != null && amount != 0) {
                        off.add(new Move(product, -amount));
                    }
                });
        effects.addAll(moves(op, MoveKind.HANDOVER, handover.tour(), off));
        return effects;
    }

    private List<Effect> load(OpId op, Load load) {
        List<Move> aboard = new ArrayList<>();
        load.items().forEach(item -> aboard.add(new Move(item.product(), item.amount())));
        List<Effect> effects = new ArrayList<>();
        load.crates().stream()
                .flatMap(crate -> crates.of(crate).stream())
                .forEach(item -> aboard.add(new Move(item.product(), item.amount())));
        load.crates().stream()
                .flatMap(crate -> crates.of(crate).stream())
                .filter(item -> item.order() != null)
                .collect(
                        Collectors.groupingBy(
                                CrateGoods.Item::orderOfIt,
                                Collectors.mapping(CrateGoods.Item::product, Collectors.toList())))
                .forEach(
                        (order, products) ->
                                effects.add(
                                        new Effect.Aboard(order, orders.lines(order, products))));
        effects.addAll(moves(op, MoveKind.LOAD, load.tour(), aboard));
        return effects;
    }

    private static List<Effect> moves(
            OpId op, MoveKind kind, @Nullable TourId tour, List<Move> moves) {
        return moves.isEmpty()
                ? List.of()
                : List.of(new Effect.Book(new BookEntry.StockMoves(op, kind, tour, moves)));
    }

    private static List<Move> negative(List<StockItem> items) {
        return items.stream().map(item -> new Move(item.product(), -item.amount())).toList();
    }

    private static List<Integer> numbers(List<DeliveredLine> lines) {
        return lines.stream().map(DeliveredLine::lineNo).toList();
    }

    /** Orders whose products must be known before {@link #of} is asked. */
    public static List<OrderId> ordersOf(List<ReadEntry> entries) {
        return entries.stream()
                .filter(JournalEntry.class::isInstance)
                .map(entry -> ((JournalEntry) entry).body())
                .filter(Handover.class::isInstance)
                .map(body -> ((Handover) body).order())
                .distinct()
                .toList();
    }
}
