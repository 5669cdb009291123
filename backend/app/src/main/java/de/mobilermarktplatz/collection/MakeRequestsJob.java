package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks producers for what was ordered, as soon as nothing more can be. */
@Component
class MakeRequestsJob implements RegionJob {

    private final ProducerRequests requests;

    MakeRequestsJob(ProducerRequests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "collection.make-requests";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Void> run(Region region) {
        return requests.makeDue(region).then();
    }
}
