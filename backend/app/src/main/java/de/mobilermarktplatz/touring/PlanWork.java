package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.timetable.TravelTimes;
import de.mobilermarktplatz.touring.domain.DayDemand;
import de.mobilermarktplatz.touring.domain.DayPlanner;
import de.mobilermarktplatz.touring.domain.PlannedDay;
import de.mobilermarktplatz.touring.store.DraftStore;
import de.mobilermarktplatz.touring.store.PlanRunStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One run of the planner: compute elsewhere, beat meanwhile, store at the end if still wanted. */
@Component
class PlanWork {

    private static final Logger LOG = LoggerFactory.getLogger(PlanWork.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final DayInputs inputs;
    private final PlanScheduler scheduler;
    private final TravelTimes times;
    private final PlanRunStore runs;
    private final DraftStore drafts;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    PlanWork(
            DayInputs inputs,
            PlanScheduler scheduler,
            TravelTimes times,
            PlanRunStore runs,
            DraftStore drafts,
            TransactionalOperator tx,
            InstantSource clock) {
        this.inputs = inputs;
        this.scheduler = scheduler;
        this.times = times;
        this.runs = runs;
        this.drafts = drafts;
        this.tx = tx;
        this.clock = clock;
    }

    /** Shared by the planning thread and the beats. */
    private record Signals(AtomicInteger percent, AtomicBoolean stop) {

        boolean goOn(int reached) {
            percent.set(reached);
            return !stop.get();
        }
    }

    /** Never fails: what goes wrong is written to the run. */
    Mono<Void> run(Region region, LocalDate day, UUID run, Duration cpu) {
        Signals signals = new Signals(new AtomicInteger(), new AtomicBoolean());
        Mono<Void> work =
                inputs.of(region, day)
                        .flatMap(demand -> solve(region, day, run, cpu, demand, signals))
                        .flatMap(plan -> finish(region, day, run, plan, signals))
                        .onErrorResume(error -> failed(region, day, run, error));
        return RegionContext.in(region, work);
    }

    private Mono<PlannedDay> solve(
            Region region,
            LocalDate day,
            UUID run,
            Duration cpu,
            DayDemand demand,
            Signals signals) {
        Mono<PlannedDay> plan =
                scheduler.run(() -> DayPlanner.plan(demand, times, cpu.toMillis(), signals::goOn));
        Mono<PlannedDay> beats =
                Flux.interval(BEAT)
                        .onBackpressureDrop()
                        .concatMap(tick -> beat(region, day, run, signals), 1)
                        .then(Mono.never());
        return Mono.firstWithSignal(plan, beats);
    }

    private Mono<Boolean> beat(Region region, LocalDate day, UUID run, Signals signals) {
        return runs.beat(region, day, run, signals.percent().get(), clock.instant())
                .doOnNext(signals.stop()::set);
    }

    private Mono<Void> finish(
            Region region, LocalDate day, UUID run, PlannedDay plan, Signals signals) {
        if (signals.stop().get()) {
            return runs.end(region, day, run, PlanRun.State.CANCELLED, clock.instant()).then();
        }
        Mono<Void> store =
                runs.end(region, day, run, PlanRun.State.DONE, clock.instant())
                        .filter(still -> still)
                        .flatMap(still -> drafts.replace(region, day, plan, clock.instant()));
        return tx.transactional(store);
    }

    private Mono<Void> failed(Region region, LocalDate day, UUID run, Throwable error) {
        LOG.error("Planning of {} in {} failed", day, region.slug(), error);
        return runs.end(region, day, run, PlanRun.State.FAILED, clock.instant())
                .then()
                .onErrorComplete();
    }
}
