package de.mobilermarktplatz.till;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a till wrote; {@code op} makes it unique for ever. */
public sealed interface BookEntry {

    OpId op();

    /** What a receipt is. */
    enum Kind {
        SALE,
        VOID,
        DEPOSIT_RETURN,
        CASH_MOVEMENT
    }

    /**
     * A receipt with everything as printed.
     *
     * @param order the pre-order paid with it, or null
     * @param voided the receipt it reverses, or null
     * @param movement kind of a cash movement, null for every other receipt
     * @param total gross, equal to the sum of the payments
     */
    record Receipt(
            OpId op,
            Kind kind,
            long receiptNo,
            @Nullable TourId tour,
            @Nullable CallId call,
            @Nullable OrderId order,
            @Nullable OpId voided,
            @Nullable String movement,
            Instant issuedAt,
            Money total,
            Money tendered,
            Money change,
            List<Line> lines,
            List<Tax> taxes,
            List<Payment> payments)
            implements BookEntry {}

    /**
     * @param orderLine line of the pre-order it settles; 0 for goods from free stock
     */
    record Line(
            String kind,
            @Nullable ProductId product,
            Unit unit,
            long amount,
            Money unitPrice,
            VatKey vatKey,
            Money depositEach,
            VatKey depositVatKey,
            Money total,
            int orderLine) {}

    record Tax(VatKey key, Money gross, Money vat) {}

    /**
     * @param kind CASH, CARD, PREPAID or ACCOUNT
     */
    record Payment(String kind, Money amount) {}

    record Count(OpId op, String kind, Money total, Instant countedAt) implements BookEntry {}

    record Closing(
            OpId op,
            long zNumber,
            LocalDate businessDay,
            @Nullable TourId tour,
            Money expected,
            Money counted,
            Money difference,
            long firstReceipt,
            long lastReceipt,
            long receiptCount,
            Instant closedAt)
            implements BookEntry {}

    /** Why goods moved. */
    enum MoveKind {
        LOAD,
        SALE,
        HANDOVER,
        VOID,
        SHRINKAGE,
        COUNT
    }

    /** Goods that came aboard or left. */
    record StockMoves(OpId op, MoveKind kind, @Nullable TourId tour, List<Move> moves)
            implements BookEntry {}

    /**
     * @param amount pieces or grams; positive aboard, negative off
     */
    record Move(ProductId product, long amount) {}
}
