package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts right what no fact tells: prices, rates, crates packed after their tour was released, and
 * whatever a handler may have missed. Writes only what differs.
 */
@Component
class FeedRefreshJob implements RegionJob {

    private final FeedWriters feed;

    FeedRefreshJob(FeedWriters feed) {
        this.feed = feed;
    }

    @Override
    public String name() {
        return "sync.feed-refresh";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Mono<Void> run(Region region) {
        return feed.all(region);
    }
}
