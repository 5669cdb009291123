package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.collection.Crate;
import de.mobilermarktplatz.collection.Crates;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.CrateGoods;
import de.mobilermarktplatz.sync.domain.Needs;
import de.mobilermarktplatz.sync.domain.OrderView;
import de.mobilermarktplatz.sync.domain.RequestView;
import de.mobilermarktplatz.sync.domain.TourView;
import de.mobilermarktplatz.sync.domain.TradeView;
import de.mobilermarktplatz.sync.domain.View;
import de.mobilermarktplatz.sync.store.HeldStore;
import de.mobilermarktplatz.till.Books;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourState;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.Tours;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads what the core needs, in the caller's transaction. The journal's row is locked first and
 * held to the end: one batch of a journal at a time.
 */
@Component
class Views {

    private final HeldStore held;
    private final Books books;
    private final OrderLines orders;
    private final Crates crates;
    private final Tours tours;
    private final OrderRequests requests;

    Views(
            HeldStore held,
            Books books,
            OrderLines orders,
            Crates crates,
            Tours tours,
            OrderRequests requests) {
        this.held = held;
        this.books = books;
        this.orders = orders;
        this.crates = crates;
        this.tours = tours;
        this.requests = requests;
    }

    /** Empty if the device has no such journal. */
    Mono<View> load(Region region, DeviceId device, JournalId journal, Needs needs) {
        return held.lock(region, device, journal)
                .flatMap(
                        locked ->
                                Mono.zip(
                                                held.entries(region, journal, needs),
                                                books.used(region, device, needs.receipts()),
                                                trade(region, needs))
                                        .map(
                                                read ->
                                                        new View(
                                                                locked.device(),
                                                                locked.journal(
                                                                        read.getT1(), read.getT2()),
                                                                read.getT3())));
    }

    private Mono<TradeView> trade(Region region, Needs needs) {
        if (needs.orders().isEmpty()
                && needs.crates().isEmpty()
                && needs.tours().isEmpty()
                && needs.requests().isEmpty()) {
            return Mono.just(TradeView.NOTHING);
        }
        return goods(region, needs)
                .flatMap(
                        goods ->
                                held(region, ordersOf(needs, goods))
                                        .flatMap(
                                                lines ->
                                                        Mono.zip(
                                                                        toursOf(region, needs),
                                                                        requestsOf(region, needs))
                                                                .map(
                                                                        known ->
                                                                                new TradeView(
                                                                                        lines,
                                                                                        goods,
                                                                                        known
                                                                                                .getT1(),
                                                                                        known
                                                                                                .getT2()))));
    }

    private Mono<Map<FactId, RequestView>> requestsOf(Region region, Needs needs) {
        return Flux.fromIterable(needs.requests())
                .concatMap(request -> requests.find(region, request))
                .collectMap(OrderRequest::id, Views::view);
    }

    private static RequestView view(OrderRequest request) {
        return new RequestView(request.order(), request.state() == OrderRequest.State.OPEN);
    }

    private Mono<CrateGoods> goods(Region region, Needs needs) {
        Flux<Crate> found =
                needs.crates().isEmpty()
                        ? Flux.empty()
                        : crates.find(region, List.copyOf(needs.crates()));
        return found.collectMap(Crate::id, Views::items).map(CrateGoods::new);
    }

    private static List<CrateGoods.Item> items(Crate crate) {
        return crate.items().stream()
                .map(item -> new CrateGoods.Item(item.order(), item.product(), item.quantity()))
                .toList();
    }

    private static Set<OrderId> ordersOf(Needs needs, CrateGoods goods) {
        Stream<OrderId> inCrates =
                goods.contents().values().stream()
                        .flatMap(List::stream)
                        .map(CrateGoods.Item::order)
                        .filter(Objects::nonNull);
        return Stream.concat(needs.orders().stream(), inCrates).collect(Collectors.toSet());
    }

    private Mono<Map<OrderId, OrderView>> held(Region region, Set<OrderId> wanted) {
        Flux<Order> found = wanted.isEmpty() ? Flux.empty() : orders.hold(region, wanted);
        return found.collectMap(Order::id, Views::view);
    }

    private static OrderView view(Order order) {
        return new OrderView(
                order.call(),
                order.lines().stream().collect(Collectors.toMap(OrderLine::number, Views::line)));
    }

    private static OrderView.Line line(OrderLine line) {
        boolean gone = line.state() == LineState.CUT && line.current().quantity() == 0;
        return new OrderView.Line(line.product(), line.state(), gone);
    }

    private Mono<Map<TourId, TourView>> toursOf(Region region, Needs needs) {
        return Flux.fromStream(needs.tours().stream().sorted(Comparator.comparing(TourId::value)))
                .concatMap(
                        tour ->
                                needs.closing()
                                        ? tours.hold(region, tour)
                                        : tours.lease(region, tour))
                .collectMap(Tour::id, Views::view);
    }

    private static TourView view(Tour tour) {
        return new TourView(
                tour.day(),
                tour.generation(),
                tour.device(),
                tour.state() == TourState.CLOSED,
                tour.visits().stream().map(TourVisit::call).filter(Objects::nonNull).toList());
    }
}
