package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.LinesCut;
import de.mobilermarktplatz.ordering.OrderCancelled;
import de.mobilermarktplatz.ordering.OrderChanged;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.ordering.OrderPlaced;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.touring.TourReleased;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Facts that concern a van on its way: the relay writes them into the tour's stream. */
@Configuration(proxyBeanMethods = false)
class FeedHandlers {

    private record Handler<T>(Class<T> type, String name, BiFunction<Region, T, Mono<Void>> work)
            implements FactHandler<T> {

        @Override
        public Mono<Void> handle(T fact) {
            return Mono.deferContextual(
                    context -> work.apply(RegionContext.of(context).orElseThrow(), fact));
        }
    }

    @Bean
    FactHandler<OrderPlaced> placedOrderGoesDown(FeedWriters feed) {
        return new Handler<>(
                OrderPlaced.class,
                "sync.feed-order-placed",
                (region, fact) -> feed.order(region, new OrderId(fact.orderId())));
    }

    @Bean
    FactHandler<OrderCancelled> cancelledOrderGoesDown(FeedWriters feed) {
        return new Handler<>(
                OrderCancelled.class,
                "sync.feed-order-cancelled",
                (region, fact) -> feed.order(region, new OrderId(fact.orderId())));
    }

    @Bean
    FactHandler<LinesCut> cutOrderGoesDown(FeedWriters feed) {
        return new Handler<>(
                LinesCut.class,
                "sync.feed-lines-cut",
                (region, fact) -> feed.order(region, new OrderId(fact.orderId())));
    }

    @Bean
    FactHandler<OrderChanged> changedOrderGoesDown(FeedWriters feed) {
        return new Handler<>(
                OrderChanged.class,
                "sync.feed-order-changed",
                (region, fact) -> feed.order(region, new OrderId(fact.order())));
    }

    /** For a tablet that replaces the one that handed it over. */
    @Bean
    FactHandler<OrderHandedOver> handedOverOrderGoesDown(FeedWriters feed) {
        return new Handler<>(
                OrderHandedOver.class,
                "sync.feed-order-handed-over",
                (region, fact) -> feed.order(region, new OrderId(fact.order())));
    }

    /** Crates are packed by a handler of the same fact, maybe after this one: see the job. */
    @Bean
    FactHandler<TourReleased> releasedTourGoesDown(FeedWriters feed) {
        return new Handler<>(
                TourReleased.class,
                "sync.feed-tour-released",
                (region, fact) ->
                        feed.tour(region, new TourId(fact.tour()))
                                .then(feed.day(region, fact.day())));
    }
}
