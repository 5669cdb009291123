package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Receipt;
import de.mobilermarktplatz.kernel.till.Tender;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished sale: a receipt. Whatever is paid at the van is one, also a pre-order; then {@code
 * order} names it, its lines carry the order's line numbers, and a {@link Handover} in the same
 * commit says what was handed over.
 *
 * @param order the pre-order paid with this receipt, null for a sale from free stock only
 * @param tendered cash the customer gave, 0 if none
 * @param openMillis from the first scan to the commit; the entry's time minus this is BON_START
 * @param tse null while there is no security module or it is out of order
 */
public record Sale(
        @Nullable TourId tour,
        @Nullable CallId call,
        @Nullable OrderId order,
        long receiptNo,
        List<SaleLine> lines,
        List<TaxTotal> taxes,
        List<Tender> payments,
        Money tendered,
        long openMillis,
        @Nullable TseSignature tse)
        implements EntryBody, ReceiptBody {

    /** The entry of a paid basket. */
    public static Sale of(
            long receiptNo,
            @Nullable TourId tour,
            @Nullable CallId call,
            @Nullable OrderId order,
            Receipt receipt,
            long openMillis,
            @Nullable TseSignature tse) {
        return new Sale(
                tour,
                call,
                order,
                receiptNo,
                SaleLine.of(receipt.lines()),
                TaxTotal.of(receipt.shares()),
                receipt.payments(),
                receipt.tendered(),
                openMillis,
                tse);
    }

    /** Cash given back: what was tendered beyond the cash payment. */
    public Money change() {
        return tendered.minus(cash());
    }
}
