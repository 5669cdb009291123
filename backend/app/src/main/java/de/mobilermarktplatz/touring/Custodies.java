package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.store.CustodyStore;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Custody of the goods, tour by tour; see {@link Custody}. */
@Service
public class Custodies {

    private final CustodyStore store;
    private final Outbox outbox;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    Custodies(CustodyStore store, Outbox outbox, TransactionalOperator tx, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * A van loaded: from now on changes are requests. Nothing happens when another tablet has taken
     * the tour since. Joins the caller's transaction.
     *
     * @param generation of the lease under which it loaded, 0 where its entry names none
     */
    public Mono<Void> opened(Region region, TourId tour, long generation) {
        return store.open(region, tour, generation, clock.instant());
    }

    /**
     * The goods were counted off, or the till closed. Nothing happens when another tablet has taken
     * the tour since. Joins the caller's transaction.
     *
     * @param generation of the lease under which that happened, 0 where its entry names none
     */
    public Mono<Void> ending(Region region, TourId tour, long generation) {
        return store.ending(
                region, tour, generation, clock.instant().plus(Custody.AFTER_UNLOADING));
    }

    /** Ends what is due and tells {@link CustodyEnded}; returns how many. */
    public Mono<Long> endDue(Region region) {
        return tx.transactional(
                store.end(region, clock.instant())
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(fact -> outbox.append(fact).thenReturn(fact))
                        .count());
    }

    /** Empty while nothing was loaded. */
    public Mono<Custody> of(Region region, TourId tour) {
        return store.find(region, tour);
    }

    /** Of every tour of a day that was loaded. */
    public Flux<Custody> ofDay(Region region, LocalDate day) {
        return store.ofDay(region, day);
    }
}
