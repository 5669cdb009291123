package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.till.Receipt;
import de.mobilermarktplatz.kernel.till.Tender;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Empties taken back without a purchase: a receipt whose payments are negative. */
public record DepositReturn(
        long receiptNo,
        @Nullable TourId tour,
        @Nullable CallId call,
        List<SaleLine> lines,
        List<TaxTotal> taxes,
        List<Tender> payments,
        long openMillis,
        @Nullable TseSignature tse)
        implements EntryBody, ReceiptBody {

    /** The entry of a paid-out basket of empties. */
    public static DepositReturn of(
            long receiptNo,
            @Nullable TourId tour,
            @Nullable CallId call,
            Receipt receipt,
            long openMillis,
            @Nullable TseSignature tse) {
        return new DepositReturn(
                receiptNo,
                tour,
                call,
                SaleLine.of(receipt.lines()),
                TaxTotal.of(receipt.shares()),
                receipt.payments(),
                openMillis,
                tse);
    }
}
