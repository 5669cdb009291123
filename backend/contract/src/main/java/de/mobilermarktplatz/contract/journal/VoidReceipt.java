package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.till.Tender;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reverses a finished receipt by a counter receipt (FIS-08): lines, taxes and payments with
 * reversed signs.
 *
 * @param original operation of the receipt that is reversed
 */
public record VoidReceipt(
        long receiptNo,
        OpId original,
        long originalReceiptNo,
        VoidReason reason,
        @Nullable TourId tour,
        @Nullable CallId call,
        List<SaleLine> lines,
        List<TaxTotal> taxes,
        List<Tender> payments,
        @Nullable TseSignature tse)
        implements EntryBody, ReceiptBody {}
