package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.ordering.LateChanges;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.platform.region.Region;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers of vans to wishes, and what they mean for the free stock of their tours. */
@Service
public class VanAnswers {

    private final OrderRequests requests;
    private final LateChanges changes;
    private final FreeStock stock;

    VanAnswers(OrderRequests requests, LateChanges changes, FreeStock stock) {
        this.requests = requests;
        this.changes = changes;
        this.stock = stock;
    }

    /**
     * See {@link OrderRequests#answer}. Joins the caller's transaction.
     *
     * @param lines pieces or grams in all by line number, as the van said
     * @return false when the request had its answer before, or is not known: nothing happened
     */
    public Mono<Boolean> answer(
            Region region, FactId request, OrderRequest.State state, Map<Integer, Long> lines) {
        return requests.find(region, request)
                .flatMap(
                        asked ->
                                changes.hold(region, asked.order())
                                        .flatMap(
                                                before ->
                                                        answer(
                                                                region, asked, before, state,
                                                                lines)))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> answer(
            Region region,
            OrderRequest asked,
            Order before,
            OrderRequest.State state,
            Map<Integer, Long> lines) {
        return requests.answer(region, asked.id(), state, lines)
                .flatMap(
                        first ->
                                first
                                        ? changes.hold(region, asked.order())
                                                .flatMap(
                                                        after ->
                                                                stock.follow(
                                                                        region,
                                                                        asked.tour(),
                                                                        before,
                                                                        after))
                                                .thenReturn(true)
                                        : Mono.just(false));
    }
}
