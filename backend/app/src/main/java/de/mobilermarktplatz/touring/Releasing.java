package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.timetable.TimetableDesk;
import de.mobilermarktplatz.touring.domain.ReleaseCheck;
import de.mobilermarktplatz.touring.domain.StockShares;
import de.mobilermarktplatz.touring.store.PlanRunStore;
import de.mobilermarktplatz.touring.store.ReleaseStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fixes the draft tours of a market day: from then on vans, visits and minutes stand. */
@Service
public class Releasing {

    private final Tours tours;
    private final DayInputs inputs;
    private final Offers offers;
    private final Orders orders;
    private final Producers producers;
    private final Timetable timetable;
    private final TimetableDesk desk;
    private final PlanRunStore runs;
    private final ReleaseStore store;
    private final Outbox outbox;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    Releasing(
            Tours tours,
            DayInputs inputs,
            Offers offers,
            Orders orders,
            Producers producers,
            Timetable timetable,
            TimetableDesk desk,
            PlanRunStore runs,
            ReleaseStore store,
            Outbox outbox,
            TransactionalOperator tx,
            InstantSource clock) {
        this.tours = tours;
        this.inputs = inputs;
        this.offers = offers;
        this.orders = orders;
        this.producers = producers;
        this.timetable = timetable;
        this.desk = desk;
        this.runs = runs;
        this.store = store;
        this.outbox = outbox;
        this.tx = tx;
        this.clock = clock;
    }

    /** What stands against releasing the day now, the worst first; empty when nothing does. */
    public Mono<List<ReleaseObstacle>> obstacles(Region region, LocalDate day) {
        return obstacles(region, day, runs.find(region, day));
    }

    /**
     * Releases every draft of the day in one transaction, with the goods for free sale shared out,
     * and tells {@link TourReleased} for each.
     *
     * @param knowingly the desk has seen the obstacles that may be confirmed and wants it all the
     *     same
     */
    public Mono<ReleaseResult> release(Region region, LocalDate day, boolean knowingly) {
        Mono<ReleaseResult> work =
                obstacles(region, day, runs.lock(region, day))
                        .map(
                                all ->
                                        all.stream()
                                                .filter(o -> !(knowingly && o.confirmable()))
                                                .toList())
                        .flatMap(
                                open ->
                                        open.isEmpty()
                                                ? releaseAll(region, day)
                                                : Mono.just(new ReleaseResult.Refused(open)));
        return tx.transactional(work);
    }

    private Mono<List<ReleaseObstacle>> obstacles(
            Region region, LocalDate day, Mono<PlanRun> latest) {
        return latest.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(run -> facts(region, day, run))
                .map(facts -> ReleaseCheck.obstacles(facts, clock.instant(), region.zone()));
    }

    /** One after the other: inside a transaction there is one connection. */
    private Mono<ReleaseCheck.Facts> facts(Region region, LocalDate day, Optional<PlanRun> run) {
        return timetable
                .marketDay(region, day)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        marketDay ->
                                Mono.zip(
                                                tours.ofDay(region, day).collectList(),
                                                timetable.callsOn(region, day).collectList(),
                                                orders.ofDay(region, day).collectList(),
                                                offers.forDay(region, day).collectList(),
                                                producers
                                                        .all(region)
                                                        .collectMap(Producer::id, Producer::name))
                                        .map(
                                                known ->
                                                        new ReleaseCheck.Facts(
                                                                marketDay.orElse(null),
                                                                run.orElse(null),
                                                                known.getT1(),
                                                                known.getT2(),
                                                                known.getT3(),
                                                                known.getT4(),
                                                                known.getT5())));
    }

    private Mono<ReleaseResult> releaseAll(Region region, LocalDate day) {
        return Mono.zip(
                        tours.ofDay(region, day).collectList(),
                        inputs.of(region, day),
                        offers.forDay(region, day).collectList())
                .flatMap(
                        known ->
                                releaseAll(
                                        region,
                                        day,
                                        known.getT1(),
                                        StockShares.of(
                                                known.getT1(), known.getT2(), known.getT3())));
    }

    private Mono<ReleaseResult> releaseAll(
            Region region, LocalDate day, List<Tour> drafts, Map<TourId, List<VanStock>> stock) {
        return desk.release(region, day)
                .flatMap(
                        first ->
                                first
                                        ? Flux.fromIterable(drafts)
                                                .concatMap(
                                                        tour ->
                                                                release(
                                                                        region,
                                                                        tour,
                                                                        Objects.requireNonNull(
                                                                                stock.get(
                                                                                        tour
                                                                                                .id()))))
                                                .then(
                                                        Mono.just(
                                                                new ReleaseResult.Released(
                                                                        drafts.size())))
                                        : Mono.just(
                                                new ReleaseResult.Refused(
                                                        List.of(
                                                                new ReleaseObstacle
                                                                        .DayNotOpen()))));
    }

    private Mono<Void> release(Region region, Tour tour, List<VanStock> stock) {
        return store.release(region, tour.id(), stock, clock.instant())
                .filter(first -> first)
                .flatMap(first -> outbox.append(new TourReleased(tour.id().value(), tour.day())));
    }
}
