package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Products;
import de.mobilermarktplatz.collection.Crates;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.vat.VatRates;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Rates;
import de.mobilermarktplatz.sync.domain.RequestOnBoard;
import de.mobilermarktplatz.sync.domain.SnapshotParts;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.Tours;
import de.mobilermarktplatz.touring.VanStock;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that a tablet takes along for one tour. */
@Service
public class Snapshots {

    private final Tours tours;
    private final Orders orders;
    private final Crates crates;
    private final Offers offers;
    private final Products products;
    private final Rates rates;
    private final OrderRequests requests;
    private final ShownPrices shown;
    private final InstantSource clock;

    Snapshots(
            Tours tours,
            Orders orders,
            Crates crates,
            Offers offers,
            Products products,
            Rates rates,
            OrderRequests requests,
            ShownPrices shown,
            InstantSource clock) {
        this.tours = tours;
        this.orders = orders;
        this.crates = crates;
        this.offers = offers;
        this.products = products;
        this.rates = rates;
        this.requests = requests;
        this.shown = shown;
        this.clock = clock;
    }

    /** Empty unless this device holds the tour. */
    public Mono<TourSnapshot> of(Region region, TourId id, Device device) {
        return tours.find(region, id)
                .filter(tour -> device.id().equals(tour.device()))
                .flatMap(tour -> parts(region, tour))
                .map(parts -> parts.snapshot(region, clock.instant()))
                .flatMap(snapshot -> asking(region, snapshot))
                .flatMap(snapshot -> shown.noted(region, snapshot));
    }

    private Mono<TourSnapshot> asking(Region region, TourSnapshot snapshot) {
        return requests.openOf(region, snapshot.tour())
                .map(RequestOnBoard::of)
                .collectList()
                .map(snapshot::asking);
    }

    Mono<SnapshotParts> parts(Region region, Tour tour) {
        Mono<List<Order>> aboard =
                Flux.fromIterable(tour.visits())
                        .mapNotNull(visit -> visit.call())
                        .concatMap(call -> orders.ofCall(region, call))
                        .filter(order -> order.endReason() == null && order.heldUntil() == null)
                        .collectList();
        Mono<List<VanStock>> stock = tours.stock(region, tour.id()).collectList();
        return Mono.zip(aboard, stock, rates.vatRates(region))
                .flatMap(
                        found -> priced(region, tour, found.getT1(), found.getT2(), found.getT3()));
    }

    private Mono<SnapshotParts> priced(
            Region region, Tour tour, List<Order> aboard, List<VanStock> stock, VatRates vat) {
        List<ProductId> wanted =
                Stream.concat(
                                aboard.stream()
                                        .flatMap(order -> order.lines().stream())
                                        .map(OrderLine::product),
                                stock.stream().map(VanStock::product))
                        .distinct()
                        .toList();
        return Mono.zip(
                        products.byIds(region, wanted).collectList(),
                        offers.forDay(region, tour.day()).collectList(),
                        crates.ofTour(region, tour.id()).collectList())
                .map(
                        found ->
                                new SnapshotParts(
                                        tour,
                                        aboard,
                                        stock,
                                        vat,
                                        found.getT1(),
                                        found.getT2(),
                                        found.getT3()));
    }
}
