package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.simulation.world.Broken;

/** Whatever the clock does, a till's receipts are numbered from 1 without a gap, in their order. */
final class I15Receipts {
    private long last;

    void next(EntryBody body) {
        long number =
                switch (body) {
                    case ReceiptBody receipt -> receipt.receiptNo();
                    case CashMovement movement -> movement.receiptNo();
                    default -> last;
                };
        boolean isReceipt = body instanceof ReceiptBody || body instanceof CashMovement;
        Broken.unless(
                !isReceipt || number == last + 1, "I15", "receipt " + number + " after " + last);
        last = number;
    }
}
