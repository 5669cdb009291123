package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.TourId;
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
        implements EntryBody, ReceiptBody {}
