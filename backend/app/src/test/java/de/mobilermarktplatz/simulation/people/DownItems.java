package de.mobilermarktplatz.simulation.people;

import de.mobilermarktplatz.contract.feed.Items;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.sync.domain.FeedWrite.PutFeed;
import de.mobilermarktplatz.sync.domain.RequestOnBoard;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What goes down to the vans of the simulated county. */
public final class DownItems {
    private static final Set<LineState> DONE =
            EnumSet.of(LineState.HANDED_OVER, LineState.REFUSED, LineState.UNCOLLECTED);
    private static final Map<Object, Bytes> MADE = new ConcurrentHashMap<>();

    private record Key(OrderId order, List<Integer> lines, List<Integer> done) {}

    private DownItems() {}

    /** What is there before the first tablet comes. */
    public static List<PutFeed> first(int tour) {
        var snapshot = TourSnapshot.decode(Goods.snapshot(tour, 1).toArray());
        var stream = Streams.tour(Goods.tour(tour));
        List<PutFeed> puts = new ArrayList<>();
        puts.add(put(stream, Items.VISITS, new Items.Visits(snapshot.visits())));
        puts.add(put(stream, Items.STOCK, new Items.Stock(snapshot.vanStock())));
        snapshot.crates()
                .forEach(crate -> puts.add(put(stream, Items.crate(crate.crate()), crate)));
        var day = Streams.catalogue(Goods.DAY);
        snapshot.prices().forEach(price -> puts.add(put(day, Items.price(price.product()), price)));
        puts.add(put(Streams.CFG, Items.RATES, new Items.Rates(snapshot.vatRates())));
        puts.add(put(Streams.CFG, Items.RECEIPT, new Items.Texts(snapshot.receiptHeader())));
        puts.add(put(Streams.CFG, Items.EMPTIES, new Items.Empties(snapshot.depositKinds())));
        puts.add(
                put(
                        Streams.CFG,
                        Items.VERSIONS,
                        new Items.Versions(Protocol.OLDEST, Protocol.CURRENT)));
        return puts;
    }

    private static PutFeed put(String stream, String key, Record value) {
        return new PutFeed(stream, key, Bytes.of(Wire.write(value)));
    }

    /** What may change while a van is on its way: lease, orders, wishes. */
    public static List<PutFeed> ofTour(Tables tables, TourId id, Tables.Tour tour) {
        var stream = Streams.tour(id);
        int number = (int) id.value().getLeastSignificantBits();
        List<PutFeed> puts = new ArrayList<>();
        puts.add(new PutFeed(stream, Items.HEADER, header(number, tour.generation)));
        for (int i = 1; i <= Goods.ORDERS; i++) {
            var order = Goods.order(number, i);
            puts.add(
                    new PutFeed(
                            stream, Items.order(order), item(number, i, tables.orders.get(order))));
        }
        for (var request : tables.requests.values()) {
            if (request.tour().equals(id)) {
                boolean open = request.state() == OrderRequest.State.OPEN;
                puts.add(
                        new PutFeed(
                                stream,
                                RequestOnBoard.key(request),
                                open ? Bytes.of(RequestOnBoard.of(request).encode()) : null));
            }
        }
        return puts;
    }

    private static Bytes header(int tour, long generation) {
        return MADE.computeIfAbsent(
                "header " + tour + " " + generation,
                _ -> {
                    var snapshot = TourSnapshot.decode(Goods.snapshot(tour, 1).toArray());
                    return Bytes.of(
                            Wire.write(
                                    new Items.Header(
                                            snapshot.tour(),
                                            generation,
                                            snapshot.day(),
                                            snapshot.van(),
                                            snapshot.vanName())));
                });
    }

    /** Null when nothing of the order ever was or will be handed over. */
    private static Bytes item(int tour, int number, Tables.Order order) {
        List<Integer> lines = new ArrayList<>();
        List<Integer> done = new ArrayList<>();
        order.lines.forEach(
                (line, state) -> {
                    if (state != LineState.CANCELLED) {
                        lines.add(line);
                    }
                    if (DONE.contains(state)) {
                        done.add(line);
                    }
                });
        if (lines.isEmpty()) {
            return null;
        }
        var id = Goods.order(tour, number);
        return MADE.computeIfAbsent(
                new Key(id, List.copyOf(lines), List.copyOf(done)),
                _ ->
                        Bytes.of(
                                Wire.write(
                                        new Items.OrderItem(
                                                with(tour, number, lines), List.copyOf(done)))));
    }

    private static TourOrder with(int tour, int number, List<Integer> lines) {
        var all = TourSnapshot.decode(Goods.snapshot(tour, 1).toArray()).orders().get(number - 1);
        return new TourOrder(
                all.order(),
                all.number(),
                all.call(),
                all.spokenCode(),
                all.shortName(),
                all.paidOnline(),
                all.dueAtVan(),
                all.lines().stream().filter(line -> lines.contains(line.lineNo())).toList());
    }

    public static String priceKey(int product) {
        return Items.price(Goods.product(product));
    }

    public static Bytes price(int product, long cents) {
        return Bytes.of(Wire.write(Goods.price(product, cents)));
    }
}
