package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.platform.clock.MovableClock;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.UnderConstruction;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets events happen one after the other, each at its own time, and brings the clock back. */
@Component
class Story {

    private static final Logger LOG = LoggerFactory.getLogger(Story.class);

    private final MovableClock clock;
    private final UnderConstruction building;
    private final Relay relay;
    private final Jobs jobs;

    Story(MovableClock clock, UnderConstruction building, Relay relay, Jobs jobs) {
        this.clock = clock;
        this.building = building;
        this.relay = relay;
        this.jobs = jobs;
    }

    /**
     * @param events in the order of their times
     */
    Mono<Void> tell(Region region, List<Event> events) {
        return Mono.using(
                clock::bookmark,
                back ->
                        Flux.range(0, events.size())
                                .concatMap(number -> happen(region, events, number))
                                .then(),
                Runnable::run);
    }

    private Mono<Void> happen(Region region, List<Event> events, int number) {
        Event event = events.get(number);
        UnderConstruction.Progress progress =
                new UnderConstruction.Progress(number + 1, events.size(), event.what());
        return Mono.defer(
                () -> {
                    building.tell(region.slug(), progress);
                    LOG.info(
                            "{} wird geladen: Schritt {} von {} ({} %): {}",
                            region.name(),
                            progress.step(),
                            progress.steps(),
                            progress.percent(),
                            progress.what());
                    clock.travelTo(event.at());
                    return event.work().get().then(Mono.defer(() -> aftermath(region)));
                });
    }

    /**
     * What the heartbeat does by itself elsewhere: facts reach their handlers, cards are charged.
     */
    private Mono<Void> aftermath(Region region) {
        return relay.drain(region)
                .then(jobs.runNow(region, "payment.deadlines"))
                .then(jobs.runNow(region, "payment.work"))
                .then(relay.drain(region))
                .then();
    }
}
