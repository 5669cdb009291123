package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.collection.domain.Deadlines;
import de.mobilermarktplatz.collection.domain.RequestDraft;
import de.mobilermarktplatz.collection.store.RequestStore;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.RequestId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One numbered, immutable request per producer and market day; what comes later is an addendum. */
@Service
public class ProducerRequests {

    private final RequestStore store;
    private final RequestMails mails;
    private final Producers producers;
    private final Offers offers;
    private final OrderLines orders;
    private final TransactionalOperator tx;
    private final UuidV7 ids;
    private final InstantSource clock;

    ProducerRequests(
            RequestStore store,
            RequestMails mails,
            Producers producers,
            Offers offers,
            OrderLines orders,
            TransactionalOperator tx,
            UuidV7 ids,
            InstantSource clock) {
        this.store = store;
        this.mails = mails;
        this.producers = producers;
        this.offers = offers;
        this.orders = orders;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes every request that is due: ten minutes after the producer's cut-off, when the last
     * lease has ended. May be called at any time and again; returns how many were made.
     */
    public Mono<Long> makeDue(Region region) {
        Instant now = clock.instant();
        return Mono.zip(
                        offers.openDays(region, LocalDate.ofInstant(now, region.zone()))
                                .collectList(),
                        producers.all(region).collectList())
                .flatMapMany(
                        known ->
                                Flux.fromIterable(known.getT2())
                                        .concatMap(
                                                producer ->
                                                        makeDue(
                                                                region,
                                                                producer,
                                                                known.getT1(),
                                                                now)))
                .count();
    }

    private Flux<ProducerRequest> makeDue(
            Region region, Producer producer, List<LocalDate> days, Instant now) {
        return Flux.fromIterable(days)
                .filter(day -> Deadlines.frozen(producer, day, region.zone(), now))
                .concatMap(day -> tx.transactional(make(region, producer, day, now)));
    }

    private Mono<ProducerRequest> make(
            Region region, Producer producer, LocalDate day, Instant now) {
        return orders.request(region, day, producer.id())
                .then(
                        Mono.zip(
                                orders.ofProducer(region, day, producer.id()).collectList(),
                                offers.ofProducer(region, day, producer.id()).collectList(),
                                store.of(region.id(), producer.id(), day)))
                .flatMap(
                        known -> {
                            List<ProducerRequest> earlier = known.getT3();
                            List<RequestLine> lines =
                                    RequestDraft.lines(
                                            known.getT1(),
                                            known.getT2(),
                                            earlier.stream()
                                                    .flatMap(request -> request.lines().stream())
                                                    .toList());
                            return lines.isEmpty()
                                    ? Mono.empty()
                                    : insert(region, producer, day, earlier.size(), lines, now);
                        });
    }

    private Mono<ProducerRequest> insert(
            Region region,
            Producer producer,
            LocalDate day,
            int addendum,
            List<RequestLine> lines,
            Instant now) {
        return store.nextNumber(region.id(), producer.id())
                .map(
                        number ->
                                new ProducerRequest(
                                        new RequestId(ids.next()),
                                        producer.id(),
                                        day,
                                        addendum,
                                        number,
                                        now,
                                        Deadlines.answerBy(producer, day, region.zone(), now),
                                        null,
                                        lines))
                .flatMap(
                        request ->
                                store.insert(region.id(), request)
                                        .then(mails.send(region, producer, request))
                                        .thenReturn(request));
    }

    /** Empty if the region has no such request. */
    public Mono<ProducerRequest> find(Region region, RequestId request) {
        return store.find(region.id(), request);
    }

    /** A producer's requests from a day on, soonest first. */
    public Flux<ProducerRequest> ofProducer(Region region, ProducerId producer, LocalDate from) {
        return store.ofProducer(region.id(), producer, from);
    }

    /** Everybody's requests from a day on, soonest first. */
    public Flux<ProducerRequest> from(Region region, LocalDate from) {
        return store.from(region.id(), from);
    }
}
