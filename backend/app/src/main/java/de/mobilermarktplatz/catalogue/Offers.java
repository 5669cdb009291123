package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.catalogue.domain.OfferTargets;
import de.mobilermarktplatz.catalogue.store.OfferStore;
import de.mobilermarktplatz.catalogue.store.OfferViews;
import de.mobilermarktplatz.catalogue.store.ProducerStore;
import de.mobilermarktplatz.catalogue.store.ProductStore;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is offered on which market day. */
@Service
public class Offers {

    private final OfferStore store;
    private final OfferViews views;
    private final ProducerStore producers;
    private final ProductStore products;
    private final TransactionalOperator tx;
    private final UuidV7 ids;
    private final InstantSource clock;

    Offers(
            OfferStore store,
            OfferViews views,
            ProducerStore producers,
            ProductStore products,
            TransactionalOperator tx,
            UuidV7 ids,
            InstantSource clock) {
        this.store = store;
        this.views = views;
        this.producers = producers;
        this.products = products;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens market days: every article that may be sold is offered on them, as far as its
     * producer's cut-off has not passed. Days that are open already stay as they are.
     */
    public Mono<Void> openDays(Region region, Collection<LocalDate> days) {
        Instant now = clock.instant();
        Mono<Void> work =
                Flux.fromIterable(days.stream().sorted().toList())
                        .filterWhen(day -> store.openDay(region.id(), day, now))
                        .collectList()
                        .flatMap(
                                opened ->
                                        opened.isEmpty()
                                                ? Mono.empty()
                                                : offerAll(region, opened, now));
        return tx.transactional(work);
    }

    private Mono<Void> offerAll(Region region, List<LocalDate> opened, Instant now) {
        return producers
                .all(region.id())
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(
                        producer ->
                                products.ofProducer(region.id(), producer.id())
                                        .collectList()
                                        .flatMap(
                                                articles ->
                                                        store.put(
                                                                region.id(),
                                                                targets(
                                                                        articles,
                                                                        OfferTargets.days(
                                                                                producer,
                                                                                opened,
                                                                                region.zone(),
                                                                                now)))))
                .then();
    }

    /**
     * Moves the offers of changed articles to what the articles now say, on open days before the
     * cut-off. Joins the caller's transaction.
     */
    Mono<Void> follow(Region region, Producer producer, List<Product> changed) {
        Instant now = clock.instant();
        Map<Boolean, List<Product>> offered =
                changed.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        product ->
                                                OfferTargets.offered(
                                                        product.article(), product.paused())));
        return store.openDays(region.id(), LocalDate.ofInstant(now, region.zone()))
                .collectList()
                .map(open -> OfferTargets.days(producer, open, region.zone(), now))
                .filter(days -> !days.isEmpty() && !changed.isEmpty())
                .flatMap(
                        days ->
                                store.lock(region.id(), ids(changed), days)
                                        .then(
                                                store.put(
                                                        region.id(),
                                                        targets(
                                                                offered.getOrDefault(
                                                                        true, List.of()),
                                                                days)))
                                        .then(
                                                store.withdraw(
                                                        region.id(),
                                                        ids(offered.getOrDefault(false, List.of())),
                                                        days)));
    }

    private static List<ProductId> ids(List<Product> products) {
        return products.stream().map(Product::id).toList();
    }

    private List<OfferStore.Target> targets(List<Product> articles, List<LocalDate> days) {
        return articles.stream()
                .filter(product -> OfferTargets.offered(product.article(), product.paused()))
                .flatMap(product -> days.stream().map(day -> target(product, day)))
                .toList();
    }

    private OfferStore.Target target(Product product, LocalDate day) {
        Article article = product.article();
        return new OfferStore.Target(
                new OfferId(ids.next()),
                product.id(),
                product.producer(),
                day,
                article.price().cents(),
                article.dayQuantity(),
                article.vanQuantity());
    }

    /**
     * Everything offered on a day, by producer and name; sold-out articles are there with nothing
     * free.
     */
    public Flux<OfferView> forDay(Region region, LocalDate day) {
        return views.forDay(region, day);
    }

    /** A producer's offers of a day, withdrawn ones included. */
    public Flux<OfferView> ofProducer(Region region, LocalDate day, ProducerId producer) {
        return views.ofProducer(region, day, producer);
    }

    /** Those that exist. */
    public Flux<OfferView> byIds(Region region, Collection<OfferId> offers) {
        return views.byIds(region, offers);
    }

    /** Days that producers offer for, from a day on, in order. */
    public Flux<LocalDate> openDays(Region region, LocalDate from) {
        return store.openDays(region.id(), from);
    }

    /** Lowers what goes along for free sale, in pieces or grams; never raises it. */
    public Mono<Void> limitVanQuantity(Region region, OfferId offer, long atMost) {
        return store.limitVanQuantity(region.id(), offer, atMost);
    }
}
