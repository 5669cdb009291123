package de.mobilermarktplatz.platform.jobs;

import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.Regions;
import de.mobilermarktplatz.platform.region.UnderConstruction;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * The process's own heartbeat: relays facts four times a second and looks for due jobs every
 * second.
 */
@Component
@ConditionalOnProperty(name = "marktplatz.background", havingValue = "true", matchIfMissing = true)
class Background implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final Duration RELAY_PAUSE = Duration.ofMillis(250);
    private static final Duration JOBS_PAUSE = Duration.ofSeconds(1);
    private static final int REGIONS_AT_ONCE = 4;

    private final Regions regions;
    private final UnderConstruction building;
    private final Relay relay;
    private final Jobs jobs;
    private Disposable running = Disposables.disposed();

    Background(Regions regions, UnderConstruction building, Relay relay, Jobs jobs) {
        this.regions = regions;
        this.building = building;
        this.relay = relay;
        this.jobs = jobs;
    }

    @Override
    public void start() {
        InFlight relaying = new InFlight(Jobs.LONGEST);
        running =
                Disposables.composite(
                        forEver(
                                RELAY_PAUSE,
                                region -> Mono.fromRunnable(() -> relay(region, relaying))),
                        forEver(JOBS_PAUSE, jobs::startDue),
                        relaying,
                        jobs::cancelRunning);
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    private void relay(Region region, InFlight relaying) {
        String name = "Relay of " + region.slug();
        if (relaying.enter(name)) {
            relaying.run(name, relay.drain(region).then());
        }
    }

    private Disposable forEver(
            Duration pause, java.util.function.Function<Region, Mono<Void>> work) {
        return Mono.defer(
                        () ->
                                regions.all()
                                        .filter(region -> building.of(region.slug()).isEmpty())
                                        .flatMap(
                                                region -> calm(work.apply(region)), REGIONS_AT_ONCE)
                                        .then())
                .onErrorResume(Background::logged)
                .then(Mono.delay(pause))
                .repeat()
                .subscribe(tick -> {}, error -> LOG.error("The heartbeat stopped", error));
    }

    private static Mono<Void> calm(Mono<Void> work) {
        return work.onErrorResume(Background::logged);
    }

    private static Mono<Void> logged(Throwable error) {
        LOG.warn("Background work failed and comes again", error);
        return Mono.empty();
    }
}
