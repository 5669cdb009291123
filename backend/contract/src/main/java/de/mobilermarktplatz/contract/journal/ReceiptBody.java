package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Tender;
import de.mobilermarktplatz.kernel.till.TenderKind;
import java.util.List;

/** A body that is a receipt (BON_TYP Beleg): it has a number, lines, tax totals and payments. */
public sealed interface ReceiptBody permits Sale, VoidReceipt, DepositReturn {

    /** Number of the receipt on this till, from 1 without gaps. */
    long receiptNo();

    List<SaleLine> lines();

    /** Tax totals as printed (DSF-05), one per VAT key that occurs. */
    List<TaxTotal> taxes();

    /** What was paid by kind, net of change; negative for money given back. */
    List<Tender> payments();

    /** Gross total as printed; equals the sum of the payments. */
    default Money total() {
        return TaxTotal.grossOf(taxes());
    }

    /** What went into the drawer, net of change; negative if more went out. */
    default Money cash() {
        return Money.sum(
                payments().stream()
                        .filter(payment -> payment.kind() == TenderKind.CASH)
                        .map(Tender::amount)
                        .toList());
    }
}
