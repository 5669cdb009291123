package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives goods back to the office twelve hours after a van was unloaded. */
@Component
class EndCustodyJob implements RegionJob {

    private final Custodies custodies;

    EndCustodyJob(Custodies custodies) {
        this.custodies = custodies;
    }

    @Override
    public String name() {
        return "touring.end-custody";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Mono<Void> run(Region region) {
        return custodies.endDue(region).then();
    }
}
