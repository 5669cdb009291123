package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.PaymentFact;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.SaleLine;
import de.mobilermarktplatz.contract.journal.TaxTotal;
import de.mobilermarktplatz.contract.journal.VoidReason;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.kernel.till.Tender;
import de.mobilermarktplatz.tablet.core.Decision.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Taking a finished receipt back by a counter receipt; nothing is ever edited. */
final class Voiding {
    private Voiding() {}

    /**
     * @param original the entry of the receipt, empty if there is no such number
     */
    static Decision decide(
            Aboard aboard, long number, VoidReason reason, Optional<JournalEntry> original) {
        if (original.isEmpty() || !(original.get().body() instanceof ReceiptBody receipt)) {
            return new Refused("Den Verkaufsbon " + number + " gibt es auf dieser Kasse nicht.");
        }
        if (receipt instanceof VoidReceipt) {
            return new Refused("Bon " + number + " ist selbst ein Storno.");
        }
        if (aboard.state().voided().contains(original.get().opId())) {
            return new Refused("Bon " + number + " ist schon storniert.");
        }
        if (receipt instanceof Sale sale && sale.order() != null) {
            return new Refused(
                    "Bon "
                            + number
                            + " gehört zu einer übergebenen Bestellung. Bitte die Leitstelle anrufen.");
        }
        var counter =
                new VoidReceipt(
                        aboard.nextReceipt(),
                        original.get().opId(),
                        number,
                        reason,
                        aboard.tour().snapshot().tour(),
                        aboard.call(),
                        receipt.lines().stream().map(Voiding::reversed).toList(),
                        receipt.taxes().stream().map(t -> TaxTotal.of(t.share().negate())).toList(),
                        receipt.payments().stream()
                                .map(t -> new Tender(t.kind(), t.amount().negate()))
                                .toList(),
                        null);
        var steps = new ArrayList<Decision.Step>();
        steps.add(place -> counter);
        var sale = original.get().opId();
        var charged = aboard.state().onAccount().get(PaymentFact.idOf(sale));
        if (charged != null) {
            var fact = PaymentFact.takenOffAccount(sale, charged.order(), charged.amount());
            steps.add(place -> fact);
        }
        return new Decision.Accepted(
                steps,
                Map.of(
                        "receiptNo",
                        aboard.nextReceipt(),
                        "totalCents",
                        counter.total().cents(),
                        "changeCents",
                        receipt.cash().cents()),
                charged == null
                        ? List.of()
                        : List.of("Es war auf Rechnung: Bitte kein Geld herausgeben."));
    }

    /** The same line with every sign turned (FIS-08). */
    private static SaleLine reversed(SaleLine line) {
        return new SaleLine(
                line.kind(),
                line.product(),
                line.unit(),
                line.unitPrice(),
                line.vatKey(),
                line.depositEach(),
                line.depositVatKey(),
                -line.amount(),
                line.total().negate(),
                line.orderLine());
    }
}
