package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Webhooks, tasks and refunds that are due. */
@Component
class PaymentWorkJob implements RegionJob {

    private final Inbox inbox;
    private final Worker worker;
    private final RefundWorker refunds;

    PaymentWorkJob(Inbox inbox, Worker worker, RefundWorker refunds) {
        this.inbox = inbox;
        this.worker = worker;
        this.refunds = refunds;
    }

    @Override
    public String name() {
        return "payment.work";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Mono<Void> run(Region region) {
        return inbox.run(region).then(worker.run(region)).then(refunds.run(region));
    }
}
