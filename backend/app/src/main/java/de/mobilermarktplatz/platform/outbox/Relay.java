package de.mobilermarktplatz.platform.outbox;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings each fact to each of its handlers, once per (fact, handler). One failing fact never holds
 * up the others.
 */
@Component
public class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int LONGEST_ERROR = 500;

    private final OutboxStore store;
    private final List<FactHandler<?>> handlers;
    private final TransactionalOperator tx;
    private final JsonMapper json;
    private final InstantSource clock;

    Relay(
            OutboxStore store,
            List<FactHandler<?>> handlers,
            TransactionalOperator tx,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.handlers = handlers;
        this.tx = tx;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Handles everything that is due in this region, facts that handlers add included. Returns how
     * many.
     */
    public Mono<Integer> drain(Region region) {
        return RegionContext.in(region, batch(region))
                .expand(
                        handled ->
                                handled == 0
                                        ? Mono.empty()
                                        : RegionContext.in(region, batch(region)))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> batch(Region region) {
        return store.claim(region, clock.instant(), LEASE, BATCH)
                .collectList()
                .flatMap(
                        claimed ->
                                Flux.fromIterable(claimed)
                                        .concatMap(fact -> relay(region, fact))
                                        .then(Mono.just(claimed.size())));
    }

    private Mono<Void> relay(Region region, OutboxStore.Claimed fact) {
        return Flux.fromIterable(handlers)
                .filter(handler -> handler.type().getSimpleName().equals(fact.type()))
                .concatMap(handler -> once(region, fact, handler))
                .then(Mono.defer(() -> store.done(region, fact.id(), clock.instant())))
                .onErrorResume(error -> later(region, fact, error));
    }

    private <T> Mono<Void> once(Region region, OutboxStore.Claimed fact, FactHandler<T> handler) {
        return tx.transactional(
                store.noteHandled(region, fact.id(), handler.name(), clock.instant())
                        .flatMap(
                                first ->
                                        first
                                                ? handler.handle(
                                                        json.readValue(fact.body(), handler.type()))
                                                : Mono.empty()));
    }

    private Mono<Void> later(Region region, OutboxStore.Claimed fact, Throwable error) {
        LOG.warn(
                "Fact {} {} of {} failed, attempt {}",
                fact.type(),
                fact.id(),
                region.slug(),
                fact.attempts(),
                error);
        Duration pause = Duration.ofSeconds(1L << Math.min(fact.attempts(), 9));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        String text = String.valueOf(error);
        return store.retryLater(
                region,
                fact.id(),
                clock.instant().plus(bounded),
                text.substring(0, Math.min(text.length(), LONGEST_ERROR)));
    }
}
