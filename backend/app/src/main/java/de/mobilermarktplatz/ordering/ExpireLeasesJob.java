package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives the goods of started and forgotten card checkouts back. */
@Component
class ExpireLeasesJob implements RegionJob {

    private final Orders orders;

    ExpireLeasesJob(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "ordering.expire-leases";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Mono<Void> run(Region region) {
        return orders.expireLeases(region).then();
    }
}
