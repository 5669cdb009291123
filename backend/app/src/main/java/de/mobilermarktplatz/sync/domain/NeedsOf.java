package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.contract.journal.Refused;
import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what entries speak of. */
final class NeedsOf {

    private final Set<OpId> operations = new LinkedHashSet<>();
    private final Set<Long> receipts = new LinkedHashSet<>();
    private final Set<OrderId> orders = new LinkedHashSet<>();
    private final Set<CrateId> crates = new LinkedHashSet<>();
    private final Set<TourId> tours = new LinkedHashSet<>();
    private final Set<FactId> requests = new LinkedHashSet<>();
    private boolean closing;

    private NeedsOf() {}

    static Needs of(Arrival arrival) {
        return switch (arrival) {
            case Arrival.BatchArrived batch ->
                    new NeedsOf()
                            .all(batch.read())
                            .needs(batch.batch().from() - 1, batch.read().size() + 1);
            case Arrival.BatchReleased released -> of(released.batch());
            case Arrival.EntriesAdopted adopted -> new NeedsOf().all(adopted.read()).needs(0, 0);
            case Arrival.EntryArrived entry -> new NeedsOf().all(List.of(entry.read())).needs(0, 0);
            case Arrival.EntryUnderstood entry ->
                    new NeedsOf().all(List.of(entry.read())).needs(0, 0);
        };
    }

    private NeedsOf all(List<ReadEntry> entries) {
        for (ReadEntry entry : entries) {
            operations.add(entry.opId());
            if (entry instanceof JournalEntry known) {
                add(known);
            }
        }
        return this;
    }

    private void add(JournalEntry entry) {
        EntryBody body = entry.body();
        TourId tour = TourOf.body(body);
        if (tour != null && (entry.tourGen() > 0 || body instanceof Closing)) {
            tours.add(tour);
        }
        switch (body) {
            case ReceiptBody receipt -> receipts.add(receipt.receiptNo());
            case CashMovement movement -> receipts.add(movement.receiptNo());
            case Handover handover -> orders.add(handover.order());
            case Refused refused -> orders.add(refused.order());
            case Load load -> crates.addAll(load.crates());
            case RequestVerdict verdict -> answer(verdict);
            case Closing ends -> closing |= ends.tour() != null;
            default -> {}
        }
    }

    private void answer(RequestVerdict verdict) {
        requests.add(verdict.request());
        if (verdict.order() != null) {
            orders.add(verdict.order());
        }
    }

    private Needs needs(long overlapFrom, int overlapMost) {
        return new Needs(
                overlapFrom,
                overlapMost,
                operations,
                receipts,
                orders,
                crates,
                tours,
                closing,
                requests);
    }
}
