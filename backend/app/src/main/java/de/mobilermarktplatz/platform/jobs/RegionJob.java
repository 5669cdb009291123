package de.mobilermarktplatz.platform.jobs;

import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Work that returns at intervals for every region, on one node at a time. Must be idempotent. */
public interface RegionJob {

    /** Never changes: its lease is stored under it. For example {@code timetable.publish-calls}. */
    String name();

    Duration every();

    Mono<Void> run(Region region);
}
