package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A wish that the van never answered has its answer when the goods are the office's again. */
@Component
class AnswerWhatIsLeft implements FactHandler<CustodyEnded> {

    private final OrderRequests requests;
    private final Orders orders;
    private final VanAnswers answers;

    AnswerWhatIsLeft(OrderRequests requests, Orders orders, VanAnswers answers) {
        this.requests = requests;
        this.orders = orders;
        this.answers = answers;
    }

    @Override
    public Class<CustodyEnded> type() {
        return CustodyEnded.class;
    }

    @Override
    public String name() {
        return "touring.answer-what-is-left";
    }

    @Override
    public Mono<Void> handle(CustodyEnded fact) {
        return Mono.deferContextual(
                context -> {
                    Region region = RegionContext.of(context).orElseThrow();
                    return requests.openOf(region, new TourId(fact.tour()))
                            .collectList()
                            .flatMapMany(Flux::fromIterable)
                            .concatMap(request -> answer(region, request))
                            .then();
                });
    }

    private Mono<Boolean> answer(Region region, OrderRequest request) {
        return orders.find(region, request.order())
                .flatMap(
                        order ->
                                answers.answer(
                                        region,
                                        request.id(),
                                        state(request, order),
                                        lines(request, order)));
    }

    private static OrderRequest.State state(OrderRequest request, Order order) {
        OrderState now = order.state();
        if (now == OrderState.HANDED_OVER || now == OrderState.REFUSED) {
            return OrderRequest.State.TOO_LATE;
        }
        return switch (request.change().kind()) {
            case CANCEL, DECREASE -> OrderRequest.State.DONE;
            case INCREASE -> OrderRequest.State.NOT_POSSIBLE;
        };
    }

    private static Map<Integer, Long> lines(OrderRequest request, Order order) {
        return switch (request.change().kind()) {
            case DECREASE -> request.change().wanted();
            case INCREASE -> Map.of();
            case CANCEL -> {
                Map<Integer, Long> nothing = new HashMap<>();
                order.lines().forEach(line -> nothing.put(line.number(), 0L));
                yield nothing;
            }
        };
    }
}
