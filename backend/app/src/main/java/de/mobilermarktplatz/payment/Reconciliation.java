package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.payment.store.TaskStore;
import de.mobilermarktplatz.payment.stripe.Intents;
import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every night: what Stripe says of the last days against our books. Differences are looked at
 * again, strays are ended.
 */
@Component
class Reconciliation implements RegionJob {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /** Longer than any authorisation lives. */
    private static final Duration LOOK_BACK = Duration.ofDays(8);

    private final Intents intents;
    private final PaymentStore store;
    private final TaskStore tasks;
    private final InstantSource clock;

    Reconciliation(Intents intents, PaymentStore store, TaskStore tasks, InstantSource clock) {
        this.intents = intents;
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment.reconcile";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(24);
    }

    @Override
    public Mono<Void> run(Region region) {
        return Mono.defer(() -> intents.since(region, clock.instant().minus(LOOK_BACK)))
                .flatMapMany(Flux::fromIterable)
                .concatMap(seen -> compare(region, seen))
                .then();
    }

    private Mono<Void> compare(Region region, Seen.Intent seen) {
        if (seen.payment() == null) {
            return Mono.empty();
        }
        return store.byId(region.id(), PaymentId.of(seen.payment()))
                .flatMap(payment -> compare(region, payment, seen));
    }

    private Mono<Void> compare(Region region, Payment payment, Seen.Intent seen) {
        boolean ours = payment.intent() == null || Objects.equals(payment.intent(), seen.id());
        if (!ours) {
            return stray(region, payment, seen);
        }
        if (agrees(payment, seen)) {
            return Mono.empty();
        }
        LOG.warn(
                "Payment {} of {} is {} here and {} at Stripe; looking again",
                payment.id(),
                region.slug(),
                payment.state(),
                seen.status());
        return tasks.refresh(region.id(), payment.id(), clock.instant()).then();
    }

    /** A second intent of one payment holds money nobody will take: it is given free. */
    private Mono<Void> stray(Region region, Payment payment, Seen.Intent seen) {
        LOG.warn("Payment {} has a second intent {} ({})", payment.id(), seen.id(), seen.status());
        return switch (seen.status()) {
            case HELD, OPEN -> intents.cancel(region, seen.id()).then();
            case TAKEN ->
                    intents.refund(
                                    region,
                                    seen.id(),
                                    payment.id(),
                                    UUID.nameUUIDFromBytes(
                                            seen.id()
                                                    .getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .UTF_8)),
                                    seen.received())
                            .then();
            case CANCELLED -> Mono.empty();
        };
    }

    private static boolean agrees(Payment payment, Seen.Intent seen) {
        return switch (seen.status()) {
            case OPEN -> payment.authorised().cents() == 0;
            case HELD ->
                    payment.state() == PaymentState.AUTHORIZED
                            || payment.state() == PaymentState.CAPTURE_DUE;
            case TAKEN -> payment.captured().equals(seen.received());
            case CANCELLED ->
                    switch (payment.state()) {
                        case AUTHORIZED, CAPTURE_DUE, CAPTURED, REFUNDED -> false;
                        default -> true;
                    };
        };
    }
}
