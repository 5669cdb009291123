package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderChange;
import de.mobilermarktplatz.ordering.OrderChanged;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.ordering.OrderRequest.State;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.sync.domain.OrderWrite;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What ordering and touring make of writes and wishes. */
public final class SimOrders {
    private SimOrders() {}

    static void carryOut(Tables tables, OrderWrite write) {
        switch (write) {
            case OrderWrite.LinesLoaded lines ->
                    lines.lines()
                            .forEach(line -> become(tables, lines.order(), line, LineState.LOADED));
            case OrderWrite.LinesHandedOver lines ->
                    lines.delivered()
                            .forEach(
                                    (line, amount) -> {
                                        become(tables, lines.order(), line, LineState.HANDED_OVER);
                                        tables.orders.get(lines.order()).amounts.put(line, amount);
                                    });
            case OrderWrite.LinesRefused lines ->
                    lines.lines()
                            .forEach(
                                    line -> become(tables, lines.order(), line, LineState.REFUSED));
            case OrderWrite.CallUncollected call -> uncollected(tables, call.call());
            case OrderWrite.CallSettled _ -> {}
            case OrderWrite.RequestAnswered answer ->
                    answered(tables, answer.request(), answer.state(), answer.lines());
            case OrderWrite.TourEnded ended -> {
                var tour = tables.tours.get(ended.tour());
                if (!tour.closed) {
                    tables.outbox.add(ended);
                    List.copyOf(tables.requests.values()).stream()
                            .filter(one -> one.tour().equals(ended.tour()))
                            .forEach(
                                    one ->
                                            answered(
                                                    tables,
                                                    one.id(),
                                                    State.NOT_POSSIBLE,
                                                    Map.of()));
                }
                tour.closed = true;
            }
        }
    }

    private static void become(Tables tables, OrderId order, int line, LineState next) {
        var lines = tables.orders.get(order).lines;
        Broken.unless(
                lines.get(line).mayBecome(next),
                "I6",
                "line " + line + " of " + order + " is " + lines.get(line) + ", not to be " + next);
        lines.put(line, next);
    }

    private static void uncollected(Tables tables, CallId call) {
        for (var order : tables.orders.values()) {
            if (order.call.equals(call)) {
                order.lines.replaceAll(
                        (_, state) ->
                                state.mayBecome(LineState.UNCOLLECTED)
                                        ? LineState.UNCOLLECTED
                                        : state);
            }
        }
    }

    /** The first answer counts, and only an order that is not over is changed by it. */
    private static void answered(Tables tables, FactId id, State state, Map<Integer, Long> lines) {
        var asked = tables.requests.get(id);
        if (asked == null || asked.state() != State.OPEN) {
            return;
        }
        var order = tables.orders.get(asked.order());
        boolean over = order.lines.values().stream().allMatch(LineState::isFinal);
        if (state == State.DONE && !over) {
            agreed(tables, asked.order(), asked.change(), lines);
        }
        tables.requests.put(
                id,
                new OrderRequest(
                        id,
                        asked.order(),
                        asked.tour(),
                        asked.change(),
                        state,
                        asked.askedBy(),
                        asked.askedAt(),
                        Instant.EPOCH));
    }

    /** A change that nobody else decides on. */
    public static void agreed(
            Tables tables, OrderId id, OrderChange change, Map<Integer, Long> lines) {
        var order = tables.orders.get(id);
        for (int line : order.lines.keySet()) {
            long now = order.amounts.get(line);
            long then =
                    change.kind() == OrderChange.Kind.CANCEL ? 0 : lines.getOrDefault(line, now);
            if (!order.lines.get(line).mayBecome(LineState.CANCELLED)) {
                continue;
            }
            if (then == 0) {
                order.lines.put(line, LineState.CANCELLED);
            } else {
                order.amounts.put(line, then);
            }
        }
        order.changed = true;
        tables.outbox.add(new OrderChanged(id.value()));
    }
}
