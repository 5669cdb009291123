package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the calls of the coming weeks published. */
@Component
class PublishCallsJob implements RegionJob {

    private static final Logger LOG = LoggerFactory.getLogger(PublishCallsJob.class);

    private final TimetableDesk desk;

    PublishCallsJob(TimetableDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "timetable.publish-calls";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Void> run(Region region) {
        return desk.publish(region)
                .doOnNext(calls -> LOG.debug("{}: {} new calls published", region.slug(), calls))
                .then();
    }
}
