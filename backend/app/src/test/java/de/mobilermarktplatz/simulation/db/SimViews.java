package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.sync.domain.CrateGoods;
import de.mobilermarktplatz.sync.domain.DeviceView;
import de.mobilermarktplatz.sync.domain.HeldJournal;
import de.mobilermarktplatz.sync.domain.HeldJournal.Place;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.domain.Needs;
import de.mobilermarktplatz.sync.domain.OrderView;
import de.mobilermarktplatz.sync.domain.RequestView;
import de.mobilermarktplatz.sync.domain.TourView;
import de.mobilermarktplatz.sync.domain.TradeView;
import de.mobilermarktplatz.sync.domain.View;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code Views} reads from PostgreSQL, read from {@link Tables}. */
public final class SimViews {
    private SimViews() {}

    public static View load(Tables tables, JournalId id, Needs needs) {
        var journal = tables.journals.get(id);
        var device = tables.devices.get(journal.device);
        return new View(
                new DeviceView(
                        journal.device, device.till, List.copyOf(device.keys), device.revokedAt),
                held(tables, id, journal, needs),
                trade(tables, needs));
    }

    private static HeldJournal held(
            Tables tables, JournalId id, Tables.Journal journal, Needs needs) {
        Map<Long, Bytes> overlap = new LinkedHashMap<>();
        journal.rows
                .subMap(needs.overlapFrom(), needs.overlapFrom() + needs.overlapMost())
                .forEach((seq, row) -> overlap.put(seq, row.link().hash()));
        Map<OpId, Place> known = new LinkedHashMap<>();
        for (var op : needs.operations()) {
            if (tables.operations.containsKey(op)) {
                known.put(op, tables.operations.get(op));
            }
        }
        Map<Long, OpId> receipts = new LinkedHashMap<>();
        var used = tables.receipts.getOrDefault(journal.device, new TreeMap<>());
        for (long number : needs.receipts()) {
            if (used.containsKey(number)) {
                receipts.put(number, used.get(number));
            }
        }
        long apart =
                tables.apart.values().stream()
                        .filter(kept -> kept.journal().equals(id))
                        .filter(kept -> !tables.released.contains(kept.body()))
                        .count();
        return new HeldJournal(
                new JournalState(id, journal.acked, journal.head, journal.start),
                journal.durable,
                tables.epoch,
                overlap,
                known,
                receipts,
                apart,
                tables.kept.getOrDefault(id, List.of()).stream()
                        .filter(
                                kept ->
                                        kept.seq() >= needs.overlapFrom()
                                                && kept.seq()
                                                        < needs.overlapFrom() + needs.overlapMost())
                        .toList());
    }

    private static TradeView trade(Tables tables, Needs needs) {
        Map<CrateId, List<CrateGoods.Item>> crates = new LinkedHashMap<>();
        var wanted = new LinkedHashSet<>(needs.orders());
        for (var crate : needs.crates()) {
            var items = tables.crates.get(crate);
            if (items != null) {
                crates.put(crate, items);
                items.stream()
                        .map(CrateGoods.Item::order)
                        .filter(order -> order != null)
                        .forEach(wanted::add);
            }
        }
        Map<OrderId, OrderView> orders = new LinkedHashMap<>();
        for (var order : wanted) {
            if (tables.orders.containsKey(order)) {
                orders.put(order, view(tables.orders.get(order)));
            }
        }
        Map<TourId, TourView> tours = new LinkedHashMap<>();
        for (var id : needs.tours()) {
            var tour = tables.tours.get(id);
            if (tour != null) {
                tours.put(
                        id,
                        new TourView(
                                tour.day, tour.generation, tour.device, tour.closed, tour.calls));
            }
        }
        Map<FactId, RequestView> requests = new LinkedHashMap<>();
        for (var id : needs.requests()) {
            var asked = tables.requests.get(id);
            if (asked != null) {
                boolean open = asked.state() == OrderRequest.State.OPEN;
                requests.put(id, new RequestView(asked.order(), open));
                orders.computeIfAbsent(asked.order(), order -> view(tables.orders.get(order)));
            }
        }
        return new TradeView(orders, new CrateGoods(crates), tours, requests);
    }

    private static OrderView view(Tables.Order order) {
        Map<Integer, OrderView.Line> lines = new LinkedHashMap<>();
        order.lines.forEach(
                (number, state) ->
                        lines.put(
                                number,
                                new OrderView.Line(order.products.get(number), state, false)));
        return new OrderView(order.call, lines);
    }
}
