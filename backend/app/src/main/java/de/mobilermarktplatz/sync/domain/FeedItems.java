package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.contract.feed.Items;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.vat.VatRates;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.platform.region.Region;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same parts as a snapshot's, as items of streams. */
public final class FeedItems {

    private FeedItems() {}

    /** Whether {@link #ofTour} speaks for an item; the others belong to those who put them. */
    public static boolean isOfTour(String key) {
        return key.equals(Items.HEADER)
                || key.equals(Items.VISITS)
                || key.equals(Items.STOCK)
                || Items.isOrder(key)
                || Items.isCrate(key);
    }

    public static Map<String, Bytes> ofTour(SnapshotParts parts) {
        var tour = parts.tour();
        Map<ProductId, Product> articles =
                parts.products().stream()
                        .collect(Collectors.toMap(Product::id, Function.identity()));
        Map<String, Bytes> items = new TreeMap<>();
        items.put(
                Items.HEADER,
                bytes(
                        new Items.Header(
                                tour.id(),
                                tour.generation(),
                                tour.day(),
                                tour.van(),
                                tour.vanName())));
        items.put(
                Items.VISITS,
                bytes(new Items.Visits(tour.visits().stream().map(SnapshotParts::visit).toList())));
        items.put(
                Items.STOCK,
                bytes(
                        new Items.Stock(
                                parts.stock().stream()
                                        .map(
                                                item ->
                                                        new StockItem(
                                                                item.product(),
                                                                item.unit(),
                                                                item.amount()))
                                        .toList())));
        parts.crates()
                .forEach(
                        crate ->
                                items.put(
                                        Items.crate(crate.id()),
                                        bytes(SnapshotParts.crate(crate, articles))));
        parts.orders()
                .forEach(
                        order ->
                                order(order)
                                        .ifPresent(
                                                item -> items.put(Items.order(order.id()), item)));
        return items;
    }

    /** Empty when no van has anything to do with the order. */
    public static Optional<Bytes> order(Order order) {
        return order.endReason() == null && order.heldUntil() == null
                ? OrderOnBoard.item(order).map(FeedItems::bytes)
                : Optional.empty();
    }

    /**
     * @param products all articles of the day
     * @param offers what is offered that day, whose prices hold
     */
    public static Map<String, Bytes> ofDay(
            Collection<Product> products, Collection<OfferView> offers) {
        Map<ProductId, Money> prices =
                offers.stream()
                        .collect(
                                Collectors.toMap(
                                        offer -> offer.product().id(),
                                        OfferView::price,
                                        (one, other) -> one));
        Map<String, Bytes> items = new TreeMap<>();
        products.forEach(
                product ->
                        items.put(
                                Items.price(product.id()),
                                bytes(SnapshotParts.price(product, prices))));
        return items;
    }

    /**
     * @param serverKeys public keys of acknowledgements by number, 32 bytes each
     */
    public static Map<String, Bytes> ofRegion(
            Region region, VatRates rates, Map<Integer, byte[]> serverKeys) {
        Map<String, Bytes> items = new TreeMap<>();
        items.put(Items.RATES, bytes(new Items.Rates(rates.rows())));
        items.put(Items.RECEIPT, bytes(new Items.Texts(SnapshotParts.header(region))));
        items.put(Items.EMPTIES, bytes(new Items.Empties(ReturnableEmpties.KINDS)));
        items.put(Items.VERSIONS, bytes(new Items.Versions(Protocol.OLDEST, Protocol.CURRENT)));
        serverKeys.forEach(
                (kid, key) ->
                        items.put(
                                Items.serverKey(kid),
                                bytes(new Items.ServerKey(kid, Bytes.of(key)))));
        return items;
    }

    private static Bytes bytes(Record item) {
        return Bytes.of(Wire.write(item));
    }
}
