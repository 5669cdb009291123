package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.payment.domain.CheckoutMode;
import de.mobilermarktplatz.payment.domain.FinalAmount;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.store.PaymentMoves;
import de.mobilermarktplatz.payment.store.TaskStore;
import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at the clock: leases that are over, market days that come near, authorisations that run
 * out.
 */
@Component
class PaymentDeadlinesJob implements RegionJob {

    /** Time enough to find and mend what goes wrong with a capture. */
    private static final Duration BEFORE_LAST_CAPTURE = Duration.ofHours(12);

    private final TaskStore tasks;
    private final PaymentMoves moves;
    private final Orders orders;
    private final InstantSource clock;

    PaymentDeadlinesJob(TaskStore tasks, PaymentMoves moves, Orders orders, InstantSource clock) {
        this.tasks = tasks;
        this.moves = moves;
        this.orders = orders;
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
                    return tasks.expireOverdue(region.id(), now)
                            .then(
                                    tasks.authoriseNear(
                                            region.id(),
                                            now.atZone(region.zone())
                                                    .toLocalDate()
                                                    .plusDays(CheckoutMode.AUTHORISE_DAYS_BEFORE),
                                            now))
                            .thenMany(
                                    Flux.defer(
                                            () ->
                                                    tasks.runningOut(
                                                            region.id(),
                                                            now.plus(BEFORE_LAST_CAPTURE))))
                            .collectList()
                            .flatMapMany(Flux::fromIterable)
                            .concatMap(payment -> lastChance(region, payment))
                            .then();
                });
    }

    /** The van has not come home: what is known to be delivered is taken, before nothing can be. */
    private Mono<Boolean> lastChance(Region region, Payment payment) {
        return orders.find(region, payment.order())
                .flatMap(
                        order ->
                                moves.captureDue(
                                        region.id(),
                                        payment.id(),
                                        FinalAmount.of(order, payment.authorised(), Money.ZERO)));
    }
}
