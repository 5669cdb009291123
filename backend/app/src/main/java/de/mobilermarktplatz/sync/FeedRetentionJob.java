package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.store.FeedReadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Clears away what no tablet asks for any more. A tablet that stayed away longer gets a snapshot.
 */
@Component
class FeedRetentionJob implements RegionJob {

    /** How long changes are kept (sync.md 2.4). */
    static final Duration ENTRIES = Duration.ofDays(14);

    /** How long a transfer that was cut off can go on. */
    static final Duration CHUNKS = Duration.ofDays(1);

    private final FeedReadStore store;
    private final InstantSource clock;

    FeedRetentionJob(FeedReadStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sync.feed-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Void> run(Region region) {
        Instant now = clock.instant();
        return store.clearEntries(region, now.minus(ENTRIES))
                .then(store.clearChunks(region, now.minus(CHUNKS)));
    }
}
