package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.contract.journal.Verdict;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.OrderRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who decides on goods, and what vans say to wishes (sync.md 2.5). Lives for one step. */
final class CustodyOfTours {

    private final View view;
    private final OrdersAtTheVan orders;
    private final Instant now;
    private final Set<FactId> answered = new HashSet<>();

    CustodyOfTours(View view, OrdersAtTheVan orders, Instant now) {
        this.view = view;
        this.orders = orders;
        this.now = now;
    }

    void loaded(JournalEntry entry, TourId tour, List<Write> writes) {
        if (holdsTheLease(entry, tour)) {
            writes.add(new CustodyWrite.CustodyOpened(tour, entry.tourGen()));
        }
    }

    void over(JournalEntry entry, @Nullable TourId tour, List<Write> writes) {
        if (tour != null && holdsTheLease(entry, tour)) {
            writes.add(new CustodyWrite.CustodyEnding(tour, entry.tourGen()));
        }
    }

    /**
     * What a replaced tablet tells late moves goods in the books, but neither gives its van the say
     * nor takes it from the tablet that has it now.
     */
    private boolean holdsTheLease(JournalEntry entry, TourId tour) {
        TourView known = view.trade().tours().get(tour);
        return entry.tourGen() == 0 || known == null || entry.tourGen() >= known.generation();
    }

    /**
     * The first answer counts. One that says "done" for goods that another van handed over
     * meanwhile, or of a tour that was closed before, came too late like any other.
     */
    void answered(JournalEntry entry, RequestVerdict verdict, List<Write> writes) {
        RequestView request = view.trade().requests().get(verdict.request());
        if (request == null) {
            unknown(entry, verdict, writes);
            return;
        }
        if (!request.open() || !answered.add(verdict.request())) {
            return;
        }
        OrderId order = request.order();
        OrderRequest.State state = state(verdict.verdict());
        if (state == OrderRequest.State.DONE && orders.isBeyondChange(order)) {
            state = OrderRequest.State.TOO_LATE;
        }
        Map<Integer, Long> lines = state == OrderRequest.State.DONE ? amounts(verdict) : Map.of();
        orders.agreed(order, lines);
        writes.add(new OrderWrite.RequestAnswered(verdict.request(), state, lines));
        if (state == OrderRequest.State.TOO_LATE) {
            writes.add(Cases.changeTooLate(view, entry, order, now));
        }
    }

    /** The server was restored and has forgotten its own question; the van acted on it. */
    private void unknown(JournalEntry entry, RequestVerdict verdict, List<Write> writes) {
        OrderId order = verdict.order();
        if (order != null && verdict.verdict() == Verdict.DONE) {
            writes.add(Cases.requestUnknown(view, entry, order, now));
        }
    }

    private static OrderRequest.State state(Verdict verdict) {
        return switch (verdict) {
            case DONE -> OrderRequest.State.DONE;
            case TOO_LATE -> OrderRequest.State.TOO_LATE;
            case NOT_POSSIBLE -> OrderRequest.State.NOT_POSSIBLE;
        };
    }

    private static Map<Integer, Long> amounts(RequestVerdict verdict) {
        List<DeliveredLine> lines = verdict.lines();
        return lines == null
                ? Map.of()
                : lines.stream()
                        .collect(
                                Collectors.toMap(
                                        DeliveredLine::lineNo,
                                        line -> Math.clamp(line.amount(), 0, MOST),
                                        (one, other) -> other));
    }

    /** Far above any order: a ton, or a million pieces. */
    private static final long MOST = 1_000_000;
}
