package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.coordination.domain.ClockTarget;
import de.mobilermarktplatz.identity.DemoSessions;
import de.mobilermarktplatz.platform.clock.MovableClock;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.platform.region.Regions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Moves the clock of a demonstration forward and lets happen what is due then. */
@Component
class DemoClock {

    static final String CUT_OFF = "bestellschluss";
    static final String ALL_CUT_OFFS = "alle-bestellschluesse";
    static final String MORNING = "markttag";

    /** Calls are published eight weeks ahead. */
    static final Duration FURTHEST = Duration.ofDays(56);

    /** After this the page comes without waiting for the rest. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final MovableClock clock;
    private final Regions regions;
    private final DemoSessions sessions;
    private final Jobs jobs;
    private final Relay relay;
    private final Offers offers;
    private final Producers producers;

    DemoClock(
            MovableClock clock,
            Regions regions,
            DemoSessions sessions,
            Jobs jobs,
            Relay relay,
            Offers offers,
            Producers producers) {
        this.clock = clock;
        this.regions = regions;
        this.sessions = sessions;
        this.jobs = jobs;
        this.relay = relay;
        this.offers = offers;
        this.producers = producers;
    }

    /** Where one may jump to now, by the names of the buttons. */
    Mono<Map<String, ClockTarget>> targets(Region region) {
        Instant now = clock.instant();
        return Mono.zip(
                        offers.openDays(region, LocalDate.ofInstant(now, region.zone()))
                                .collectList(),
                        producers.all(region).collectList())
                .map(known -> targets(known.getT1(), known.getT2(), region, now));
    }

    private static Map<String, ClockTarget> targets(
            List<LocalDate> days, List<Producer> farms, Region region, Instant now) {
        Map<String, ClockTarget> targets = new TreeMap<>();
        ClockTarget next = ClockTarget.nextCutOff(days, farms, region.zone(), now).orElse(null);
        ClockTarget all = ClockTarget.allCutOffs(days, farms, region.zone(), now).orElse(null);
        ClockTarget morning = ClockTarget.morning(days, region.zone(), now).orElse(null);
        if (next != null) {
            var _ = targets.put(CUT_OFF, next);
        }
        if (all != null && next != null && !all.at().equals(next.at())) {
            var _ = targets.put(ALL_CUT_OFFS, all);
        }
        if (morning != null) {
            var _ = targets.put(MORNING, morning);
        }
        return targets;
    }

    /** Books only go forward, and so does this; not further than anything is published. */
    boolean mayJumpTo(Instant target) {
        Instant now = clock.instant();
        return target.isAfter(now) && !target.isAfter(now.plus(FURTHEST));
    }

    Mono<Void> jump(Region region, Instant target) {
        Duration by = Duration.between(clock.instant(), target);
        return regions.all()
                .concatMap(each -> RegionContext.in(each, sessions.keepFor(each, by)))
                .then(move(target))
                .then(Mono.defer(() -> happen(region)));
    }

    /** The moved clock is kept in a file, and files are slow. */
    private Mono<Void> move(Instant target) {
        return Mono.<Void>fromRunnable(() -> clock.moveTo(target))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Only the waiting ends early: a job that is cancelled half-way would do some things twice. */
    private Mono<Void> happen(Region region) {
        return jobs.apart(
                        "What the clock jumped over in " + region.slug(),
                        jobs.runDue(region).then(relay.drain(region)).then())
                .timeout(PATIENCE, Mono.empty());
    }
}
