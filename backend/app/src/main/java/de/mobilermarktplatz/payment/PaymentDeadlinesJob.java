package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.payment.domain.CheckoutMode;
import de.mobilermarktplatz.payment.domain.Deadlines;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.store.TaskStore;
import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at the clock: leases that are over, market days that come near, authorisations that run
 * out.
 */
@Component
class PaymentDeadlinesJob implements RegionJob {

    /** Above what a county's market day brings; the rest comes with the next look. */
    private static final int MOST = 1_000;

    private final TaskStore tasks;
    private final Stepping stepping;
    private final InstantSource clock;

    PaymentDeadlinesJob(TaskStore tasks, Stepping stepping, InstantSource clock) {
        this.tasks = tasks;
        this.stepping = stepping;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment.deadlines";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Mono<Void> run(Region region) {
        return Mono.defer(
                () -> {
                    Instant now = clock.instant();
                    LocalDate today = now.atZone(region.zone()).toLocalDate();
                    return tasks.byTheClock(
                                    region.id(),
                                    now,
                                    today.plusDays(CheckoutMode.AUTHORISE_DAYS_BEFORE),
                                    now.plus(Deadlines.BEFORE_LAST_CAPTURE),
                                    MOST)
                            .collectList()
                            .flatMapMany(Flux::fromIterable)
                            .concatMap(id -> stepping.tell(region, id, new Event.ClockCame(today)))
                            .then();
                });
    }
}
