package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.contract.tour.TourRequest;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A tour put together from the items of its streams: the same as the server's snapshot of the tour.
 *
 * @param tour items of the tour's stream
 * @param day items of its market day's catalogue
 * @param config items of {@code cfg}
 */
public record TourItems(
        Map<String, Bytes> tour, Map<String, Bytes> day, Map<String, Bytes> config) {

    /** Whether what a tour cannot do without is there. */
    public boolean isComplete() {
        return tour.containsKey(Items.HEADER)
                && tour.containsKey(Items.VISITS)
                && config.containsKey(Items.RATES)
                && config.containsKey(Items.RECEIPT);
    }

    public Items.Header header() {
        return read(tour, Items.HEADER, Items.Header.class).orElseThrow();
    }

    /** Orders with lines that are still to be handed over, and those only. */
    public List<TourOrder> open() {
        return orders(order -> false);
    }

    /**
     * @param own orders about which this tablet's journal says something: they stay with all lines
     */
    public List<TourOrder> orders(Predicate<OrderId> own) {
        List<CallId> calls =
                visits().stream().map(Visit::call).filter(call -> call != null).toList();
        return tour.entrySet().stream()
                .filter(item -> Items.isOrder(item.getKey()))
                .map(item -> Wire.read(item.getValue().toArray(), Items.OrderItem.class))
                .flatMap(item -> seen(item, own).stream())
                .sorted(
                        Comparator.comparing((TourOrder order) -> calls.indexOf(order.call()))
                                .thenComparing(order -> order.order().value()))
                .toList();
    }

    private static Optional<TourOrder> seen(Items.OrderItem item, Predicate<OrderId> own) {
        TourOrder order = item.order();
        if (own.test(order.order())) {
            return Optional.of(order);
        }
        List<TourOrderLine> left =
                order.lines().stream()
                        .filter(line -> !item.done().contains(line.lineNo()))
                        .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TourOrder(
                                order.order(),
                                order.number(),
                                order.call(),
                                order.spokenCode(),
                                order.shortName(),
                                order.paidOnline(),
                                order.dueAtVan(),
                                left));
    }

    public List<Visit> visits() {
        return read(tour, Items.VISITS, Items.Visits.class).orElseThrow().visits();
    }

    public Optional<PriceEntry> price(ProductId product) {
        return read(day, Items.price(product), PriceEntry.class);
    }

    /**
     * The tour as one piece.
     *
     * @param orders those to be seen, see {@link #orders}
     * @param heads where the streams were read
     */
    public TourSnapshot snapshot(List<TourOrder> orders, Instant now, Map<String, Long> heads) {
        Items.Header header = header();
        var stock = read(tour, Items.STOCK, Items.Stock.class).orElse(new Items.Stock(List.of()));
        Set<ProductId> wanted = new HashSet<>();
        orders.forEach(order -> order.lines().forEach(line -> wanted.add(line.product())));
        stock.goods().forEach(goods -> wanted.add(goods.product()));
        return new TourSnapshot(
                Protocol.CURRENT,
                header.tour(),
                header.generation(),
                header.day(),
                header.van(),
                header.vanName(),
                now,
                heads.getOrDefault(Streams.catalogue(header.day()), 1L),
                read(config, Items.RECEIPT, Items.Texts.class).orElseThrow().lines(),
                visits(),
                orders,
                crates(),
                prices(wanted),
                read(config, Items.EMPTIES, Items.Empties.class)
                        .orElse(new Items.Empties(List.of()))
                        .kinds(),
                stock.goods(),
                read(config, Items.RATES, Items.Rates.class).orElseThrow().rows(),
                heads,
                requests());
    }

    /** Open wishes of the office, oldest first. */
    private List<TourRequest> requests() {
        return tour.entrySet().stream()
                .filter(item -> Items.isRequest(item.getKey()))
                .map(item -> TourRequest.decode(item.getValue().toArray()))
                .sorted(
                        Comparator.comparing(TourRequest::asked)
                                .thenComparing(request -> request.request().value()))
                .toList();
    }

    private List<TourCrate> crates() {
        return tour.entrySet().stream()
                .filter(item -> Items.isCrate(item.getKey()))
                .map(item -> Wire.read(item.getValue().toArray(), TourCrate.class))
                .sorted(Comparator.comparing(TourCrate::code))
                .toList();
    }

    private List<PriceEntry> prices(Set<ProductId> wanted) {
        List<PriceEntry> found = new ArrayList<>();
        wanted.forEach(product -> price(product).ifPresent(found::add));
        found.sort(Comparator.comparing(entry -> entry.product().value()));
        return List.copyOf(found);
    }

    private static <R extends Record> Optional<R> read(
            Map<String, Bytes> items, String key, Class<R> type) {
        return Optional.ofNullable(items.get(key)).map(value -> Wire.read(value.toArray(), type));
    }
}
