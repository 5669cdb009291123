package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.ordering.OrderChangeAnswered;
import de.mobilermarktplatz.ordering.OrderChangeAsked;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.sync.domain.RequestOnBoard;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Wishes go down the stream of their tour, and leave it once they are answered. */
@Configuration(proxyBeanMethods = false)
class RequestFeed {

    private record Handler<T>(Class<T> type, String name, Work<T> work) implements FactHandler<T> {

        @Override
        public Mono<Void> handle(T fact) {
            return work.on(fact);
        }
    }

    private interface Work<T> {
        Mono<Void> on(T fact);
    }

    @Bean
    FactHandler<OrderChangeAsked> wishGoesDown(OrderRequests requests, Feed feed) {
        return new Handler<>(
                OrderChangeAsked.class,
                "sync.feed-change-asked",
                fact -> put(fact.request(), requests, feed));
    }

    @Bean
    FactHandler<OrderChangeAnswered> answeredWishIsTakenBack(OrderRequests requests, Feed feed) {
        return new Handler<>(
                OrderChangeAnswered.class,
                "sync.feed-change-answered",
                fact -> put(fact.request(), requests, feed));
    }

    /** Facts may come in any order, so it is what stands now that is told. */
    private static Mono<Void> put(UUID request, OrderRequests requests, Feed feed) {
        return Mono.deferContextual(
                context -> {
                    var region = RegionContext.of(context).orElseThrow();
                    return requests.find(region, new FactId(request))
                            .flatMap(found -> feed.put(region, List.of(item(found))));
                });
    }

    private static FeedPut item(OrderRequest request) {
        boolean open = request.state() == OrderRequest.State.OPEN;
        return new FeedPut(
                Streams.tour(request.tour()),
                RequestOnBoard.key(request),
                open ? Bytes.of(RequestOnBoard.of(request).encode()) : null);
    }
}
