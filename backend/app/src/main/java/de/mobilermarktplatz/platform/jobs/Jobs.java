package de.mobilermarktplatz.platform.jobs;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Runs the jobs of a region; a failing one is logged and comes again at its next turn. */
@Component
public class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** Longer than any honest batch; what hangs longer is cancelled and comes again. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final List<RegionJob> jobs;
    private final JobLeases leases;
    private final InstantSource clock;

    /** The heartbeat's and everybody's, so that no job runs twice at once in this process. */
    private volatile InFlight running = new InFlight(LONGEST);

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
     * Runs whatever is due, one after the other, and waits for it; what this process runs already
     * is left alone. Another node may run a job at the same time when the clock jumps past its
     * lease. For a clock that was moved: its page shall show what happened.
     */
    public Mono<Void> runDue(Region region) {
        return Flux.fromIterable(jobs)
                .concatMap(job -> RegionContext.in(region, runDue(region, job, running)))
                .then();
    }

    private Mono<Void> runDue(Region region, RegionJob job, InFlight running) {
        String name = name(region, job);
        if (!running.enter(name)) {
            return Mono.empty();
        }
        return leases.take(region, job.name(), clock.instant(), job.every())
                .flatMap(mine -> mine ? job.run(region) : Mono.empty())
                .onErrorResume(
                        error -> {
                            LOG.warn("{} failed", name, error);
                            return Mono.empty();
                        })
                .doFinally(end -> running.leave(name));
    }

    /**
     * Starts work that goes on when nobody waits for it any more; the same name never runs twice at
     * once. A failure is logged.
     *
     * @return ends when the work does, at once when it runs already
     */
    public Mono<Void> apart(String name, Mono<Void> work) {
        return Mono.defer(
                () -> {
                    InFlight mine = running;
                    if (!mine.enter(name)) {
                        return Mono.empty();
                    }
                    Sinks.Empty<Void> end = Sinks.empty();
                    mine.run(
                            name,
                            work.doFinally(
                                    how -> {
                                        var _ = end.tryEmitEmpty();
                                    }));
                    return end.asMono();
                });
    }

    /** Cancels what runs; what is started later runs again. */
    void cancelRunning() {
        InFlight old = running;
        running = new InFlight(LONGEST);
        old.dispose();
    }

    /** Starts whatever is due and does not run already; waits for none of it. */
    Mono<Void> startDue(Region region) {
        return Flux.fromIterable(jobs)
                .concatMap(job -> RegionContext.in(region, startDue(region, job, running)))
                .then();
    }

    private Mono<Void> startDue(Region region, RegionJob job, InFlight running) {
        String name = name(region, job);
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

    private static String name(Region region, RegionJob job) {
        return job.name() + " of " + region.slug();
    }
}
