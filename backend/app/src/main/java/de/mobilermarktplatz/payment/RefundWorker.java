package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.store.RefundStore;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes wanted refunds that are due; whether and how they are paid is the core's business. */
@Component
class RefundWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RefundWorker.class);
    private static final int BATCH = 50;

    private final RefundStore refunds;
    private final Stepping stepping;
    private final InstantSource clock;

    RefundWorker(RefundStore refunds, Stepping stepping, InstantSource clock) {
        this.refunds = refunds;
        this.stepping = stepping;
        this.clock = clock;
    }

    Mono<Void> run(Region region) {
        return refunds.claim(region.id(), clock.instant(), BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(due -> once(region, due))
                .then();
    }

    private Mono<Boolean> once(Region region, RefundStore.Due due) {
        return stepping.run(region, due.payment(), new Event.RefundDue(due.id()))
                .onErrorResume(
                        error -> {
                            LOG.warn("Refund {} failed", due.id(), error);
                            return Mono.just(false);
                        });
    }
}
