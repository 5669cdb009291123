package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.store.TaskStore;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes due tasks; what is to be done about them is the core's business. */
@Component
class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final int BATCH = 50;
    private static final int AT_ONCE = 4;

    private final TaskStore tasks;
    private final Stepping stepping;
    private final InstantSource clock;

    Worker(TaskStore tasks, Stepping stepping, InstantSource clock) {
        this.tasks = tasks;
        this.stepping = stepping;
        this.clock = clock;
    }

    /** Does what is due now, at most one batch. */
    Mono<Void> run(Region region) {
        return tasks.claim(region.id(), clock.instant(), BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(claimed -> once(region, claimed), AT_ONCE)
                .then();
    }

    /** What broke on our side comes again when the lease ends. */
    private Mono<Boolean> once(Region region, TaskStore.Claimed claimed) {
        return stepping.run(region, claimed.payment(), new Event.TaskDue(claimed.task()))
                .onErrorResume(
                        error -> {
                            LOG.warn(
                                    "{} of payment {} failed, attempt {}",
                                    claimed.task(),
                                    claimed.payment(),
                                    claimed.attempts(),
                                    error);
                            return Mono.just(false);
                        });
    }
}
