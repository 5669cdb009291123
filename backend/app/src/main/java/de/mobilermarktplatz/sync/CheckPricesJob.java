package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Beside the ingest, not in it: a sale never waits for a question about its price. */
@Component
class CheckPricesJob implements RegionJob {

    private final ShownPrices prices;

    CheckPricesJob(ShownPrices prices) {
        this.prices = prices;
    }

    @Override
    public String name() {
        return "sync.check-prices";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Mono<Void> run(Region region) {
        return prices.check(region);
    }
}
