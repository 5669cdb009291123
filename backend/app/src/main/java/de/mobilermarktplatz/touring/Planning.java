package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.MarketDay;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.touring.store.DraftStore;
import de.mobilermarktplatz.touring.store.PlanRunStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** From the demand of a market day to draft tours. One planning at a time for each day. */
@Service
public class Planning implements DisposableBean {

    private final PlanWork work;
    private final PlanRunStore runs;
    private final DraftStore drafts;
    private final Vans vans;
    private final Timetable timetable;
    private final UuidV7 ids;
    private final InstantSource clock;
    private final Duration cpu;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    Planning(
            PlanWork work,
            PlanRunStore runs,
            DraftStore drafts,
            Vans vans,
            Timetable timetable,
            UuidV7 ids,
            InstantSource clock,
            @Value("${marktplatz.planning.cpu-millis:4000}") long cpuMillis) {
        this.work = work;
        this.runs = runs;
        this.drafts = drafts;
        this.vans = vans;
        this.timetable = timetable;
        this.ids = ids;
        this.clock = clock;
        this.cpu = Duration.ofMillis(cpuMillis);
    }

    /** Starts planning and returns at once; {@link #latest} tells how it goes. */
    public Mono<PlanStart> start(Region region, LocalDate day, String by) {
        return begin(region, day, by)
                .doOnNext(
                        start -> {
                            if (start instanceof PlanStart.Started(UUID run)) {
                                var _ =
                                        work.run(region, day, run, cpu)
                                                .takeUntilOther(closing.asMono())
                                                .subscribe();
                            }
                        });
    }

    /** Plans and returns when the run is over, however it went. */
    public Mono<PlanStart> plan(Region region, LocalDate day, String by) {
        return plan(region, day, by, cpu);
    }

    /**
     * The same with another limit than the configured one.
     *
     * @param atMost CPU time of the planning thread
     */
    public Mono<PlanStart> plan(Region region, LocalDate day, String by, Duration atMost) {
        return begin(region, day, by)
                .flatMap(
                        start ->
                                start instanceof PlanStart.Started(UUID run)
                                        ? work.run(region, day, run, atMost).thenReturn(start)
                                        : Mono.just(start));
    }

    /** Asks the run of the day to stop; false when none is running. The drafts of before stay. */
    public Mono<Boolean> cancel(Region region, LocalDate day) {
        return runs.wantCancel(region, day);
    }

    /** The latest run of a day; empty when it was never planned. */
    public Mono<PlanRun> latest(Region region, LocalDate day) {
        return runs.find(region, day);
    }

    /** Calls that the latest plan leaves out, with the reasons in German. */
    public Flux<UnservedCall> unserved(Region region, LocalDate day) {
        return drafts.leftOut(region, day)
                .map(left -> new UnservedCall(left.call(), left.reason()));
    }

    @Override
    public void destroy() {
        var _ = closing.tryEmitEmpty();
    }

    private Mono<PlanStart> begin(Region region, LocalDate day, String by) {
        return timetable
                .marketDay(region, day)
                .flatMap(
                        marketDay ->
                                marketDay.state() == MarketDay.State.OPEN
                                        ? withVans(region, day, by)
                                        : Mono.just(new PlanStart.DayFixed(day)))
                .defaultIfEmpty(new PlanStart.NoMarketDay(day));
    }

    private Mono<PlanStart> withVans(Region region, LocalDate day, String by) {
        return vans.active(region)
                .hasElements()
                .flatMap(some -> some ? claim(region, day, by) : Mono.just(new PlanStart.NoVans()));
    }

    private Mono<PlanStart> claim(Region region, LocalDate day, String by) {
        UUID run = ids.next();
        return runs.claim(region, day, run, by, clock.instant())
                .flatMap(
                        mine ->
                                mine
                                        ? Mono.just(new PlanStart.Started(run))
                                        : runs.find(region, day)
                                                .map(
                                                        other ->
                                                                new PlanStart.Busy(
                                                                        other.startedBy())));
    }
}
