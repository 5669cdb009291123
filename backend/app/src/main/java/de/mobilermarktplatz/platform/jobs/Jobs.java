package de.mobilermarktplatz.platform.jobs;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the jobs of a region; a failing one is logged and comes again at its next turn. */
@Component
public class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final List<RegionJob> jobs;
    private final JobLeases leases;
    private final InstantSource clock;

    Jobs(List<RegionJob> jobs, JobLeases leases, InstantSource clock) {
        this.jobs = jobs;
        this.leases = leases;
        this.clock = clock;
    }

    /** Runs one job now, whatever its lease says. */
    public Mono<Void> runNow(Region region, String name) {
        return Flux.fromIterable(jobs)
                .filter(job -> job.name().equals(name))
                .single()
                .flatMap(job -> RegionContext.in(region, job.run(region)));
    }

    /**
     * Runs whatever is due, one after the other, and waits for it; what another node or the
     * heartbeat runs already is left to them. For a clock that was moved: its page shall show what
     * happened.
     */
    public Mono<Void> runDue(Region region) {
        return Flux.fromIterable(jobs)
                .concatMap(job -> RegionContext.in(region, runDue(region, job)))
                .then();
    }

    private Mono<Void> runDue(Region region, RegionJob job) {
        return leases.take(region, job.name(), clock.instant(), job.every())
                .flatMap(mine -> mine ? job.run(region) : Mono.empty())
                .onErrorResume(
                        error -> {
                            LOG.warn("{} of {} failed", job.name(), region.slug(), error);
                            return Mono.empty();
                        });
    }

    /** Starts whatever is due and does not run already; waits for none of it. */
    Mono<Void> startDue(Region region, InFlight running) {
        return Flux.fromIterable(jobs)
                .concatMap(job -> RegionContext.in(region, startDue(region, job, running)))
                .then();
    }

    private Mono<Void> startDue(Region region, RegionJob job, InFlight running) {
        String name = job.name() + " of " + region.slug();
        if (!running.enter(name)) {
            return Mono.empty();
        }
        return leases.take(region, job.name(), clock.instant(), job.every())
                .doOnNext(
                        mine -> {
                            if (mine) {
                                running.run(name, RegionContext.in(region, job.run(region)));
                            } else {
                                running.leave(name);
                            }
                        })
                .doOnError(error -> running.leave(name))
                .doOnCancel(() -> running.leave(name))
                .onErrorResume(
                        error -> {
                            LOG.warn("The lease of {} failed", name, error);
                            return Mono.empty();
                        })
                .then();
    }
}
