package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.payment.stripe.Intents;
import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Every night: what Stripe says of the last days against our books. Differences are looked at
 * again, strays are ended.
 */
@Component
class Reconciliation implements RegionJob {

    /** Longer than any authorisation lives. */
    private static final Duration LOOK_BACK = Duration.ofDays(8);

    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final Intents intents;
    private final Stepping stepping;
    private final InstantSource clock;

    Reconciliation(Intents intents, Stepping stepping, InstantSource clock) {
        this.intents = intents;
        this.stepping = stepping;
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
        return Mono.defer(
                () -> {
                    Instant now = clock.instant();
                    return page(region, now.minus(LOOK_BACK), now.plus(ONE_DAY), null)
                            .expand(
                                    page ->
                                            page.more()
                                                    ? page(
                                                            region,
                                                            now.minus(LOOK_BACK),
                                                            now.plus(ONE_DAY),
                                                            page.intents().getLast().id())
                                                    : Mono.<Intents.Page>empty())
                            .concatMapIterable(Intents.Page::intents)
                            .concatMap(seen -> look(region, seen))
                            .then();
                });
    }

    private Mono<Intents.Page> page(
            Region region, Instant from, Instant to, @Nullable String after) {
        return intents.page(region, from, to, after);
    }

    private Mono<Boolean> look(Region region, Seen.Intent seen) {
        return seen.payment() == null
                ? Mono.empty()
                : stepping.run(region, PaymentId.of(seen.payment()), new Event.SaidIntent(seen));
    }
}
