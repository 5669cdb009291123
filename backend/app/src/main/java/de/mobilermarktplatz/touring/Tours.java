package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.store.TourStore;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tours as the others see them: found, taken along by a tablet, closed. */
@Service
public class Tours {

    private final TourStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    Tours(TourStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Empty if the region has no such tour. */
    public Mono<Tour> find(Region region, TourId tour) {
        return store.find(region, tour);
    }

    /** Like {@link #find} without its visits: whose it is, in one statement. */
    public Mono<Tour> lease(Region region, TourId tour) {
        return store.lease(region, tour);
    }

    /**
     * Like {@link #find}, held until the end of the caller's transaction: nobody takes or ends it.
     */
    public Mono<Tour> hold(Region region, TourId tour) {
        return store.hold(region, tour);
    }

    /** All tours of a market day in the order of their vans' names, drafts too. */
    public Flux<Tour> ofDay(Region region, LocalDate day) {
        return store.ofDay(region, day);
    }

    /** Tours that a tablet may take along, nearest day first. */
    public Flux<Tour> released(Region region) {
        return store.released(region);
    }

    /** The released tour that serves a call; empty while there is none. */
    public Mono<TourId> serving(Region region, CallId call) {
        return store.serving(region, call);
    }

    /** Free stock of the tour. */
    public Flux<VanStock> stock(Region region, TourId tour) {
        return store.stock(region, tour);
    }

    /**
     * Gives the tour to a tablet: the same tablet gets the same generation again, another one the
     * next. Empty unless the tour is released.
     *
     * @return the generation, from 1
     */
    public Mono<Long> take(Region region, TourId tour, DeviceId device) {
        return store.take(region, tour, device);
    }

    /**
     * The tablet closed the day upstream: tells {@link TourClosed} the first time. Joins the
     * caller's transaction.
     */
    public Mono<Boolean> close(Region region, TourId tour, LocalDate day) {
        return store.close(region, tour, clock.instant())
                .flatMap(
                        first ->
                                first
                                        ? outbox.append(new TourClosed(tour.value(), day))
                                                .thenReturn(true)
                                        : Mono.just(false));
    }
}
