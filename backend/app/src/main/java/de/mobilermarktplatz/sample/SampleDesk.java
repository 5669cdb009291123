package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.Planning;
import de.mobilermarktplatz.touring.ReleaseObstacle;
import de.mobilermarktplatz.touring.ReleaseResult;
import de.mobilermarktplatz.touring.Releasing;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the invented dispatcher does. */
@Component
class SampleDesk {

    /** The sample's days are easy; whoever wants a better plan presses the button again. */
    private static final Duration CPU = Duration.ofMillis(400);

    private final Planning planning;
    private final Releasing releasing;

    SampleDesk(Planning planning, Releasing releasing) {
        this.planning = planning;
        this.releasing = releasing;
    }

    Mono<Void> plan(Region region, LocalDate day) {
        return planning.plan(region, day, SampleStaff.DISPATCHER, CPU).then();
    }

    /** A day that is released already stays as it is. */
    Mono<Void> release(Region region, LocalDate day) {
        return releasing.release(region, day, true).flatMap(result -> released(day, result));
    }

    private static Mono<Void> released(LocalDate day, ReleaseResult result) {
        return switch (result) {
            case ReleaseResult.Released _ -> Mono.empty();
            case ReleaseResult.Refused refused when before(refused) -> Mono.empty();
            case ReleaseResult.Refused refused ->
                    Mono.error(
                            new IllegalStateException(
                                    "Sample day %s cannot be released: %s"
                                            .formatted(day, refused.obstacles())));
        };
    }

    private static boolean before(ReleaseResult.Refused refused) {
        return refused.obstacles().stream().allMatch(ReleaseObstacle.DayNotOpen.class::isInstance);
    }
}
