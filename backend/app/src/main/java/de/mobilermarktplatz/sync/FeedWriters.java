package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.catalogue.Products;
import de.mobilermarktplatz.contract.feed.Items;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.region.Rates;
import de.mobilermarktplatz.sync.domain.FeedItems;
import de.mobilermarktplatz.sync.domain.SnapshotParts;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourState;
import de.mobilermarktplatz.touring.Tours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings streams up to what the other capabilities say now; what did not change is not written. */
@Component
class FeedWriters {

    private final Feed feed;
    private final Tours tours;
    private final Orders orders;
    private final Offers offers;
    private final Products products;
    private final Rates rates;
    private final ServerKey server;
    private final Snapshots snapshots;

    FeedWriters(
            Feed feed,
            Tours tours,
            Orders orders,
            Offers offers,
            Products products,
            Rates rates,
            ServerKey server,
            Snapshots snapshots) {
        this.feed = feed;
        this.tours = tours;
        this.orders = orders;
        this.offers = offers;
        this.products = products;
        this.rates = rates;
        this.server = server;
        this.snapshots = snapshots;
    }

    /** Nothing while the tour is a draft. */
    Mono<Void> tour(Region region, TourId id) {
        return tours.find(region, id)
                .filter(FeedWriters::drives)
                .flatMap(
                        tour ->
                                feed.refresh(
                                        region,
                                        Streams.tour(id),
                                        FeedItems::isOfTour,
                                        tours.find(region, id)
                                                .flatMap(now -> snapshots.parts(region, now))
                                                .map(FeedItems::ofTour)));
    }

    /** Nothing unless a released tour serves the order's call. */
    Mono<Void> order(Region region, OrderId id) {
        return orders.find(region, id)
                .flatMap(order -> tours.serving(region, order.call()))
                .flatMap(
                        tour ->
                                feed.refresh(
                                        region,
                                        Streams.tour(tour),
                                        Items.order(id)::equals,
                                        orders.find(region, id).map(FeedWriters::item)));
    }

    private static Map<String, Bytes> item(Order order) {
        return FeedItems.order(order)
                .map(value -> Map.of(Items.order(order.id()), value))
                .orElse(Map.of());
    }

    /** Prices of everything that is offered that day or driven on a tour of it. */
    Mono<Void> day(Region region, LocalDate day) {
        Mono<Map<String, Bytes>> now =
                Mono.zip(driven(region, day), offers.forDay(region, day).collectList())
                        .flatMap(
                                found -> {
                                    List<ProductId> wanted =
                                            Stream.concat(
                                                            found.getT1().stream(),
                                                            found.getT2().stream()
                                                                    .map(OfferView::product))
                                                    .map(Product::id)
                                                    .distinct()
                                                    .toList();
                                    return products.byIds(region, wanted)
                                            .collectList()
                                            .map(all -> FeedItems.ofDay(all, found.getT2()));
                                });
        return feed.refresh(region, Streams.catalogue(day), Items::isPrice, now);
    }

    private Mono<List<Product>> driven(Region region, LocalDate day) {
        return tours.ofDay(region, day)
                .filter(FeedWriters::drives)
                .concatMap(tour -> snapshots.parts(region, tour))
                .flatMapIterable(SnapshotParts::products)
                .collectList();
    }

    Mono<Void> region(Region region) {
        return feed.refresh(
                region,
                Streams.CFG,
                key -> true,
                rates.vatRates(region)
                        .map(vat -> FeedItems.ofRegion(region, vat, server.pinned())));
    }

    /** Everything about the tours that tablets may take along. */
    Mono<Void> all(Region region) {
        return region(region)
                .then(
                        tours.released(region)
                                .collect(Collectors.groupingBy(Tour::day))
                                .flatMapMany(days -> Flux.fromIterable(days.entrySet()))
                                .concatMap(
                                        day ->
                                                Flux.fromIterable(day.getValue())
                                                        .concatMap(tour -> tour(region, tour.id()))
                                                        .then(day(region, day.getKey())))
                                .then());
    }

    private static boolean drives(Tour tour) {
        return tour.state() != TourState.DRAFT;
    }
}
