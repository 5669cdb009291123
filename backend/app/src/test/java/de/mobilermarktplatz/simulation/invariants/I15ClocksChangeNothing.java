package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.TenderKind;
import de.mobilermarktplatz.simulation.world.Broken;
import java.util.HashSet;
import java.util.Set;

/**
 * Whatever the clocks do: receipts and closings are numbered from 1 without a gap, the drawer is
 * the sum of all before, and what happened after something stands after it. Fed entry by entry.
 */
final class I15ClocksChangeNothing {
    private final Set<BootId> over = new HashSet<>();
    private BootId boot;
    private long mono;
    private long receipts;
    private long closings;
    private Money drawer = Money.ZERO;

    void next(JournalEntry entry) {
        if (!entry.bootId().equals(boot)) {
            Broken.unless(over.add(entry.bootId()), "I15", "a start that was over goes on");
            boot = entry.bootId();
            mono = 0;
        }
        Broken.unless(entry.monoMillis() >= mono, "I15", "time runs backwards at " + entry.seq());
        mono = entry.monoMillis();
        body(entry.seq(), entry.body());
    }

    void body(long seq, EntryBody body) {
        switch (body) {
            case ReceiptBody receipt -> {
                number(receipt.receiptNo());
                receipt.payments().stream()
                        .filter(paid -> paid.kind() == TenderKind.CASH)
                        .forEach(paid -> drawer = drawer.plus(paid.amount()));
            }
            case CashMovement movement -> {
                number(movement.receiptNo());
                drawer = drawer.plus(movement.amount());
            }
            case Closing closing -> closed(seq, closing);
            default -> {}
        }
    }

    private void number(long receipt) {
        Broken.unless(receipt == receipts + 1, "I15", "receipt " + receipt + " after " + receipts);
        receipts = receipt;
    }

    private void closed(long seq, Closing closing) {
        closings++;
        Broken.unless(
                closing.zNumber() == closings && closing.lastSeq() == seq - 1,
                "I15",
                "closing " + closing.zNumber() + " at " + seq + " is the one of " + closings);
        Broken.unless(
                closing.countedCash().equals(drawer)
                        && closing.expectedCash().equals(drawer.minus(closing.difference())),
                "I15",
                "closing " + closings + " counts " + closing.countedCash() + " of " + drawer);
    }
}
