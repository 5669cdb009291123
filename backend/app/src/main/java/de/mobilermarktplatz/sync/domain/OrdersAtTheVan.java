package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.Refused;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.CancelledTooLate;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.till.BookEntry.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of orders and tours, entry by entry. Lives for one step. */
final class OrdersAtTheVan {

    /** Far above any order, far below what cents and grams can count: a thousand tons. */
    private static final long MOST = 1_000_000_000L;

    private final View view;
    private final Instant now;
    private final Map<OrderId, Map<Integer, OrderView.Line>> lines = new HashMap<>();
    private final Set<TourId> ended = new HashSet<>();

    OrdersAtTheVan(View view, Instant now) {
        this.view = view;
        this.now = now;
        view.trade().orders().forEach((id, order) -> lines.put(id, new HashMap<>(order.lines())));
    }

    /** A handover is a fact: it stands against a late cancellation, and what is left is flagged. */
    void handOver(JournalEntry entry, Handover handover, List<Write> writes) {
        OrderId order = handover.order();
        Map<Integer, Long> told = amounts(handover);
        if (absurd(told)) {
            writes.add(Cases.notCarriedOut(view, entry.opId(), entry.seq(), now));
            return;
        }
        Map<Integer, Long> fits = new TreeMap<>();
        told.forEach(
                (line, amount) -> {
                    if (may(order, line, LineState.HANDED_OVER)) {
                        fits.put(line, amount);
                    }
                });
        boolean cancelled =
                told.keySet().stream().anyMatch(line -> state(order, line) == LineState.CANCELLED);
        int already = (int) told.keySet().stream().filter(line -> handedOver(order, line)).count();
        if (!fits.isEmpty()) {
            become(order, fits.keySet(), LineState.HANDED_OVER);
            writes.add(new OrderWrite.LinesHandedOver(order, fits));
        }
        if (cancelled) {
            writes.add(Cases.changeTooLate(view, entry, order, now));
            writes.add(new Told(new CancelledTooLate(order.value())));
        }
        if (already > 0) {
            writes.add(Cases.duplicateHandover(view, entry, order, already, now));
        }
        if (fits.size() + already < told.size()) {
            writes.add(Cases.handoverDoesNotFit(view, entry, order, told.size(), fits.size(), now));
        }
        if (!fits.isEmpty() || !handover.paidAtVan().equals(Money.ZERO)) {
            writes.add(told(entry, order, handover.paidAtVan()));
        }
    }

    /** Goods that a handover took from the van, whatever the order says. */
    List<Move> leaving(Handover handover) {
        List<Move> off = new ArrayList<>();
        Map<Integer, Long> told = amounts(handover);
        if (!absurd(told)) {
            told.forEach(
                    (line, amount) -> {
                        ProductId product = product(handover.order(), line);
                        if (product != null && amount > 0) {
                            off.add(new Move(product, -amount));
                        }
                    });
        }
        return off;
    }

    private static boolean absurd(Map<Integer, Long> amounts) {
        return amounts.values().stream().anyMatch(amount -> amount < 0 || amount > MOST);
    }

    void refuse(JournalEntry entry, Refused refused, List<Write> writes) {
        OrderId order = refused.order();
        List<Integer> told =
                refused.lines().stream().map(DeliveredLine::lineNo).distinct().sorted().toList();
        List<Integer> fits =
                told.stream().filter(line -> may(order, line, LineState.REFUSED)).toList();
        boolean strange =
                told.stream()
                        .filter(line -> !fits.contains(line))
                        .anyMatch(line -> state(order, line) != LineState.REFUSED);
        if (!fits.isEmpty()) {
            become(order, fits, LineState.REFUSED);
            writes.add(new OrderWrite.LinesRefused(order, fits));
            writes.add(told(entry, order, Money.ZERO));
        }
        if (strange) {
            writes.add(Cases.refusalDoesNotFit(view, entry, order, now));
        }
    }

    /** Lines whose goods are in the crates; those that have gone further already stay. */
    void load(Load load, List<Write> writes) {
        Map<OrderId, Set<ProductId>> inCrates = new LinkedHashMap<>();
        load.crates().stream()
                .flatMap(crate -> view.trade().crates().of(crate).stream())
                .filter(item -> item.order() != null)
                .forEach(
                        item ->
                                inCrates.computeIfAbsent(item.orderOfIt(), order -> new HashSet<>())
                                        .add(item.product()));
        inCrates.forEach(
                (order, products) -> {
                    List<Integer> fits =
                            lines.getOrDefault(order, Map.of()).entrySet().stream()
                                    .filter(line -> products.contains(line.getValue().product()))
                                    .map(Map.Entry::getKey)
                                    .filter(line -> may(order, line, LineState.LOADED))
                                    .sorted()
                                    .toList();
                    if (!fits.isEmpty()) {
                        become(order, fits, LineState.LOADED);
                        writes.add(new OrderWrite.LinesLoaded(order, fits));
                    }
                });
    }

    /**
     * A tablet that lost its tour to another one does not end it: people still collect at the van,
     * and their cards must not be given free.
     */
    void endTour(JournalEntry entry, TourId id, List<Write> writes) {
        TourView tour = view.trade().tours().get(id);
        if (tour == null || tour.closed() || ended.contains(id)) {
            return;
        }
        if (tour.device() != null && !tour.device().equals(view.device().id())) {
            writes.add(Cases.closedByAnother(view, entry, now));
            return;
        }
        ended.add(id);
        for (CallId call : tour.calls()) {
            leaveBehind(call);
            writes.add(new OrderWrite.CallUncollected(call));
            writes.add(new OrderWrite.CallSettled(call));
        }
        writes.add(new OrderWrite.TourEnded(id, tour.day()));
    }

    /**
     * Whether anything of the order is with its customer, or nothing of it waits any more though it
     * was not cancelled: nobody can agree on another amount then.
     */
    boolean isBeyondChange(OrderId order) {
        List<OrderView.Line> all =
                lines.getOrDefault(order, Map.of()).values().stream()
                        .filter(line -> !line.gone() && line.state() != LineState.CANCELLED)
                        .toList();
        return !all.isEmpty()
                && (all.stream().anyMatch(line -> line.state() == LineState.HANDED_OVER)
                        || all.stream().allMatch(line -> line.state().isFinal()));
    }

    /** Lines that were agreed away have no way to a customer any more. */
    void agreed(OrderId order, Map<Integer, Long> amounts) {
        become(
                order,
                amounts.entrySet().stream()
                        .filter(line -> line.getValue() == 0)
                        .map(Map.Entry::getKey)
                        .filter(line -> may(order, line, LineState.CANCELLED))
                        .toList(),
                LineState.CANCELLED);
    }

    private void leaveBehind(CallId call) {
        view.trade()
                .orders()
                .forEach(
                        (id, order) -> {
                            if (order.call().equals(call)) {
                                become(
                                        id,
                                        order.lines().keySet().stream()
                                                .filter(line -> leftBehind(id, line))
                                                .toList(),
                                        LineState.UNCOLLECTED);
                            }
                        });
    }

    private boolean leftBehind(OrderId order, int line) {
        OrderView.Line held = line(order, line);
        return held != null && !held.gone() && held.state().mayBecome(LineState.UNCOLLECTED);
    }

    private static Map<Integer, Long> amounts(Handover handover) {
        return handover.lines().stream()
                .collect(
                        Collectors.toMap(
                                DeliveredLine::lineNo,
                                DeliveredLine::amount,
                                OrdersAtTheVan::sum,
                                TreeMap::new));
    }

    /** Saturating: an absurd amount must not become a small one. */
    private static long sum(long one, long other) {
        return one < 0 || other < 0 ? -1 : one > MOST || other > MOST ? MOST + 1 : one + other;
    }

    private static Told told(JournalEntry entry, OrderId order, Money paidAtVan) {
        return new Told(
                new OrderHandedOver(order.value(), entry.opId().value(), paidAtVan.cents()));
    }

    private OrderView.@Nullable Line line(OrderId order, int line) {
        return lines.getOrDefault(order, Map.of()).get(line);
    }

    private @Nullable LineState state(OrderId order, int line) {
        OrderView.Line held = line(order, line);
        return held == null ? null : held.state();
    }

    private @Nullable ProductId product(OrderId order, int line) {
        OrderView.Line held = line(order, line);
        return held == null ? null : held.product();
    }

    private boolean may(OrderId order, int line, LineState next) {
        LineState state = state(order, line);
        return state != null && state.mayBecome(next);
    }

    private boolean handedOver(OrderId order, int line) {
        return state(order, line) == LineState.HANDED_OVER;
    }

    private void become(OrderId order, Iterable<Integer> which, LineState next) {
        Map<Integer, OrderView.Line> held = lines.getOrDefault(order, Map.of());
        for (int line : which) {
            OrderView.Line before = held.get(line);
            if (before != null) {
                var _ = held.put(line, before.as(next));
            }
        }
    }
}
