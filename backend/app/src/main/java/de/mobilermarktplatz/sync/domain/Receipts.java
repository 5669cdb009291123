package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.DepositReturn;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.SaleLine;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.LineKind;
import de.mobilermarktplatz.till.BookEntry;
import de.mobilermarktplatz.till.BookEntry.Kind;
import de.mobilermarktplatz.till.BookEntry.Move;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Receipts of the wire as receipts of the books, amounts as printed. */
final class Receipts {

    private Receipts() {}

    static BookEntry.Receipt of(JournalEntry entry, Sale sale) {
        return receipt(
                entry,
                Kind.SALE,
                sale,
                sale.tour(),
                sale.call(),
                sale.order(),
                null,
                sale.tendered(),
                sale.change());
    }

    static BookEntry.Receipt of(JournalEntry entry, VoidReceipt reversal) {
        return receipt(
                entry,
                Kind.VOID,
                reversal,
                reversal.tour(),
                reversal.call(),
                null,
                reversal.original(),
                Money.ZERO,
                Money.ZERO);
    }

    static BookEntry.Receipt of(JournalEntry entry, DepositReturn deposit) {
        return receipt(
                entry,
                Kind.DEPOSIT_RETURN,
                deposit,
                deposit.tour(),
                deposit.call(),
                null,
                null,
                Money.ZERO,
                Money.ZERO);
    }

    static BookEntry.Receipt of(JournalEntry entry, CashMovement movement) {
        return new BookEntry.Receipt(
                entry.opId(),
                Kind.CASH_MOVEMENT,
                movement.receiptNo(),
                null,
                null,
                null,
                null,
                movement.kind().name(),
                entry.wall(),
                movement.amount(),
                Money.ZERO,
                Money.ZERO,
                List.of(),
                List.of(),
                List.of(new BookEntry.Payment("CASH", movement.amount())));
    }

    /**
     * Goods of these lines that left the free stock (or came back); order lines leave by their
     * handover.
     */
    static List<Move> freeStock(List<SaleLine> lines) {
        return lines.stream()
                .filter(line -> line.kind() == LineKind.GOODS && line.orderLine() == 0)
                .flatMap(line -> move(line.product(), -line.amount()))
                .toList();
    }

    private static Stream<Move> move(@Nullable ProductId product, long amount) {
        return product == null ? Stream.empty() : Stream.of(new Move(product, amount));
    }

    private static BookEntry.Receipt receipt(
            JournalEntry entry,
            Kind kind,
            ReceiptBody body,
            @Nullable TourId tour,
            @Nullable CallId call,
            @Nullable OrderId order,
            @Nullable OpId voided,
            Money tendered,
            Money change) {
        return new BookEntry.Receipt(
                entry.opId(),
                kind,
                body.receiptNo(),
                tour,
                call,
                order,
                voided,
                null,
                entry.wall(),
                body.total(),
                tendered,
                change,
                body.lines().stream().map(Receipts::line).toList(),
                body.taxes().stream()
                        .map(tax -> new BookEntry.Tax(tax.key(), tax.gross(), tax.vat()))
                        .toList(),
                body.payments().stream()
                        .map(
                                payment ->
                                        new BookEntry.Payment(
                                                payment.kind().name(), payment.amount()))
                        .toList());
    }

    private static BookEntry.Line line(SaleLine line) {
        return new BookEntry.Line(
                line.kind().name(),
                line.product(),
                line.unit(),
                line.amount(),
                line.unitPrice(),
                line.vatKey(),
                line.depositEach(),
                line.depositVatKey(),
                line.total(),
                line.orderLine());
    }
}
