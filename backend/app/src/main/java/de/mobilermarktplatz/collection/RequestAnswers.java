package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.collection.store.RequestStore;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.RequestId;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.ShortageRule;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What producers say to a request: all of it, or less. Less is taken from the free sale first; what
 * then is missing is shared out fairly among the orders, amounts shrink and people are told.
 */
@Service
public class RequestAnswers {

    private final RequestStore store;
    private final Offers offers;
    private final OrderLines orders;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    RequestAnswers(
            RequestStore store,
            Offers offers,
            OrderLines orders,
            TransactionalOperator tx,
            InstantSource clock) {
        this.store = store;
        this.offers = offers;
        this.orders = orders;
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * Writes the one answer of a request down and lets orders and free sale follow, all in one
     * transaction.
     *
     * @param confirmed by line number what the producer brings, pieces or grams, for every line
     * @param by who answered, for the record
     */
    public Mono<AnswerResult> answer(
            Region region, RequestId id, Map<Integer, Long> confirmed, String by) {
        Mono<AnswerResult> work =
                store.find(region.id(), id)
                        .flatMap(request -> answer(region, request, confirmed, by))
                        .defaultIfEmpty(new AnswerResult.Unknown());
        return tx.transactional(work);
    }

    private Mono<AnswerResult> answer(
            Region region, ProducerRequest request, Map<Integer, Long> confirmed, String by) {
        Optional<RequestLine> impossible =
                request.lines().stream()
                        .filter(
                                line -> {
                                    long brought = confirmed.getOrDefault(line.number(), -1L);
                                    return brought < 0 || brought > line.total();
                                })
                        .findFirst();
        if (impossible.isPresent()) {
            return Mono.just(new AnswerResult.NotPossible(impossible.get().number()));
        }
        return store.answer(region.id(), request.id(), confirmed, by, clock.instant())
                .flatMap(
                        first ->
                                first
                                        ? follow(region, request, confirmed)
                                                .map(AnswerResult.Answered::new)
                                        : Mono.just(new AnswerResult.Already()));
    }

    private Mono<Integer> follow(
            Region region, ProducerRequest request, Map<Integer, Long> confirmed) {
        return offers.ofProducer(region, request.marketDay(), request.producer())
                .collectMap(offer -> offer.product().id(), OfferView::id)
                .flatMapMany(
                        byProduct ->
                                Flux.fromIterable(request.lines())
                                        .concatMap(
                                                line -> follow(region, line, confirmed, byProduct)))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> follow(
            Region region,
            RequestLine line,
            Map<Integer, Long> confirmed,
            Map<ProductId, OfferId> byProduct) {
        OfferId offer = byProduct.get(line.product());
        if (offer == null) {
            return Mono.error(
                    new IllegalStateException(
                            "Request line %s has no offer. Maybe the offer was deleted by hand?"
                                    .formatted(line)));
        }
        long brought = confirmed.getOrDefault(line.number(), 0L);
        Mono<Void> van =
                brought < line.total()
                        ? offers.limitVanQuantity(region, offer, line.forVan(brought))
                        : Mono.empty();
        return van.then(
                orders.confirm(region, offer, line.forOrders(brought), ShortageRule.FAIR_SHARE));
    }
}
