package de.mobilermarktplatz.tablet.machine.feed;

import de.mobilermarktplatz.contract.feed.Items;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tour in one piece, taken apart into items of its streams. */
final class ItemsOf {
    final Map<String, Bytes> tour = new HashMap<>();
    final Map<String, Bytes> day = new HashMap<>();
    final Map<String, Bytes> config = new HashMap<>();
    private final TourSnapshot whole;

    ItemsOf(TourSnapshot whole) {
        this.whole = whole;
        tour.put(
                Items.HEADER,
                bytes(
                        new Items.Header(
                                whole.tour(),
                                whole.generation(),
                                whole.day(),
                                whole.van(),
                                whole.vanName())));
        tour.put(Items.VISITS, bytes(new Items.Visits(whole.visits())));
        tour.put(Items.STOCK, bytes(new Items.Stock(whole.vanStock())));
        whole.orders().forEach(order -> order(order, List.of()));
        whole.crates().forEach(crate -> tour.put(Items.crate(crate.crate()), bytes(crate)));
        whole.prices().forEach(this::price);
        config.put(Items.RATES, bytes(new Items.Rates(whole.vatRates())));
        config.put(Items.RECEIPT, bytes(new Items.Texts(whole.receiptHeader())));
        config.put(Items.EMPTIES, bytes(new Items.Empties(whole.depositKinds())));
    }

    void order(TourOrder order, List<Integer> done) {
        tour.put(Items.order(order.order()), bytes(new Items.OrderItem(order, done)));
    }

    void price(PriceEntry price) {
        day.put(Items.price(price.product()), bytes(price));
    }

    FeedMemory memory() {
        return new FeedMemory(
                1,
                Map.of(
                        Streams.CFG,
                        new Followed(1, 1, config),
                        Streams.catalogue(whole.day()),
                        new Followed(1, 1, day),
                        Streams.tour(whole.tour()),
                        new Followed(1, 1, tour)),
                null,
                Set.of());
    }

    private static Bytes bytes(Record item) {
        return Bytes.of(Wire.write(item));
    }
}
