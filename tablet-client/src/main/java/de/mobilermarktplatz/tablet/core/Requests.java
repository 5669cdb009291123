package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.journal.Verdict;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.contract.tour.TourRequest;
import de.mobilermarktplatz.contract.tour.WantedLine;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The van's answers to what the office asks for while the van has the goods (sync.md 2.5). Each
 * request is answered once, by itself, without the driver: a cancellation and less always until the
 * handover, more and a share for the web as far as free stock aboard goes. What has been handed
 * over stands.
 */
public final class Requests {
    private Requests() {}

    /**
     * Answers to everything that can be answered now, as one commit; empty when there is nothing to
     * do. What wants free stock waits until the loose goods are aboard.
     */
    public static Optional<Decision.Accepted> answer(Aboard aboard) {
        var bodies = new ArrayList<EntryBody>();
        var hints = new ArrayList<String>();
        var now = aboard;
        for (var request : open(aboard)) {
            var verdict = verdict(now, request);
            if (verdict.isPresent()) {
                hints.add(RequestWords.hint(now, request, verdict.get()));
                bodies.add(verdict.get());
                now = now.after(Consequences.ofVerdict(verdict.get()));
            }
        }
        var steps = bodies.stream().<Decision.Step>map(body -> place -> body).toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Decision.Accepted(steps, Map.of("answered", steps.size()), hints));
    }

    /** Oldest first; two tablets with the same wishes answer in the same order. */
    private static List<TourRequest> open(Aboard aboard) {
        return aboard.tour().requests().stream()
                .filter(r -> !aboard.state().asked().verdicts().containsKey(r.request()))
                .sorted(
                        Comparator.comparing(TourRequest::asked)
                                .thenComparing(request -> request.request().toString()))
                .toList();
    }

    private static Optional<RequestVerdict> verdict(Aboard aboard, TourRequest request) {
        return switch (request.kind()) {
            case CANCEL, DECREASE -> Optional.of(ofOrder(aboard, request));
            case INCREASE ->
                    stillLoading(aboard) ? Optional.empty() : Optional.of(ofOrder(aboard, request));
            case GIVE_STOCK ->
                    stillLoading(aboard) ? Optional.empty() : Optional.of(give(aboard, request));
        };
    }

    private static boolean stillLoading(Aboard aboard) {
        return !Goods.looseToLoad(aboard).isEmpty();
    }

    private static RequestVerdict ofOrder(Aboard aboard, TourRequest request) {
        OrderId id = request.order();
        if (id == null) {
            return RequestVerdict.no(request.request(), Verdict.NOT_POSSIBLE, null);
        }
        var progress = aboard.state().orders().get(id);
        var known = aboard.tour().order(id);
        if (progress != null) {
            boolean asWanted = progress == OrderProgress.CANCELLED && isLess(request);
            return RequestVerdict.no(
                    request.request(), asWanted ? Verdict.DONE : Verdict.TOO_LATE, id);
        }
        if (known.isEmpty()) {
            return RequestVerdict.no(request.request(), Verdict.NOT_POSSIBLE, id);
        }
        var order = AsAgreed.withAllLines(aboard.state(), known.get());
        var lines =
                switch (request.kind()) {
                    case CANCEL -> amounts(order, line -> 0L);
                    case DECREASE -> amounts(order, line -> less(line, request.lines()));
                    default -> more(aboard, order, request.lines());
                };
        return lines == null
                ? RequestVerdict.no(request.request(), Verdict.NOT_POSSIBLE, id)
                : new RequestVerdict(request.request(), Verdict.DONE, id, lines, null);
    }

    private static boolean isLess(TourRequest request) {
        return switch (request.kind()) {
            case CANCEL, DECREASE -> true;
            case INCREASE, GIVE_STOCK -> false;
        };
    }

    private interface Amount {
        long of(TourOrderLine line);
    }

    private static List<DeliveredLine> amounts(TourOrder order, Amount amount) {
        return order.lines().stream()
                .map(line -> new DeliveredLine(line.lineNo(), line.unit(), amount.of(line)))
                .toList();
    }

    private static long less(TourOrderLine line, List<WantedLine> wanted) {
        return Math.min(line.amount(), Math.max(0, wantedOf(line, wanted)));
    }

    private static long wantedOf(TourOrderLine line, List<WantedLine> wanted) {
        return wanted.stream()
                .filter(one -> one.lineNo() == line.lineNo())
                .mapToLong(WantedLine::amount)
                .findFirst()
                .orElse(line.amount());
    }

    /**
     * As much more as is free, line by line. Null when nothing is; and for an order paid online,
     * because more than was authorised cannot be taken: the customer buys the rest at the van.
     */
    private static @Nullable List<DeliveredLine> more(
            Aboard aboard, TourOrder order, List<WantedLine> wanted) {
        if (order.paidOnline()) {
            return null;
        }
        Map<ProductId, Long> free = new HashMap<>();
        var lines = new ArrayList<DeliveredLine>();
        boolean some = false;
        for (var line : order.lines()) {
            long left = free.computeIfAbsent(line.product(), aboard::free);
            long extra = Math.clamp(wantedOf(line, wanted) - line.amount(), 0, Math.max(0, left));
            some |= extra > 0;
            free.put(line.product(), left - extra);
            lines.add(new DeliveredLine(line.lineNo(), line.unit(), line.amount() + extra));
        }
        return some ? lines : null;
    }

    private static RequestVerdict give(Aboard aboard, TourRequest request) {
        var given =
                request.stock().stream()
                        .collect(
                                Collectors.toMap(
                                        StockItem::product, item -> item, (one, other) -> one))
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(item -> item.product().toString()))
                        .map(item -> share(aboard, item))
                        .filter(item -> item.amount() > 0)
                        .toList();
        return given.isEmpty()
                ? RequestVerdict.no(request.request(), Verdict.NOT_POSSIBLE, null)
                : new RequestVerdict(request.request(), Verdict.DONE, null, null, given);
    }

    private static StockItem share(Aboard aboard, StockItem wanted) {
        long free = Math.max(0, aboard.free(wanted.product()));
        return new StockItem(wanted.product(), wanted.unit(), Math.clamp(wanted.amount(), 0, free));
    }
}
