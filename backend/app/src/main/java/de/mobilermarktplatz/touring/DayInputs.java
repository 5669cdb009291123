package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.catalogue.Products;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.touring.domain.DayDemand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Collects what a market day asks of the vans from those who know it. */
@Component
class DayInputs {

    private final Vans vans;
    private final Producers producers;
    private final Products products;
    private final Offers offers;
    private final Timetable timetable;
    private final Orders orders;

    DayInputs(
            Vans vans,
            Producers producers,
            Products products,
            Offers offers,
            Timetable timetable,
            Orders orders) {
        this.vans = vans;
        this.producers = producers;
        this.products = products;
        this.offers = offers;
        this.timetable = timetable;
        this.orders = orders;
    }

    Mono<DayDemand> of(Region region, LocalDate day) {
        return orders.ofDay(region, day)
                .collectList()
                .flatMap(
                        placed ->
                                Mono.zip(
                                                vans.active(region).collectList(),
                                                producers.all(region).collectList(),
                                                timetable.callsOn(region, day).collectList(),
                                                offers.forDay(region, day).collectList(),
                                                articles(region, placed))
                                        .map(
                                                known ->
                                                        DayDemand.of(
                                                                known.getT1(),
                                                                known.getT2(),
                                                                known.getT3(),
                                                                placed,
                                                                known.getT4(),
                                                                known.getT5())));
    }

    private Mono<Map<ProductId, Article>> articles(Region region, List<Order> placed) {
        Set<ProductId> wanted =
                placed.stream()
                        .flatMap(order -> order.lines().stream())
                        .map(OrderLine::product)
                        .collect(Collectors.toSet());
        return products.byIds(region, wanted).collectMap(Product::id, Product::article);
    }
}
