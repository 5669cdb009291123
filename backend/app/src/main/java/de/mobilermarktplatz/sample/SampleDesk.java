package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.platform.clock.MovableClock;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.PlanStart;
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

    private static final Duration LEFT_BEHIND = Duration.ofMinutes(2);

    private final Planning planning;
    private final Releasing releasing;
    private final MovableClock clock;

    SampleDesk(Planning planning, Releasing releasing, MovableClock clock) {
        this.planning = planning;
        this.releasing = releasing;
        this.clock = clock;
    }

    /** A planning that a killed start left behind counts as dead after a minute of its clock. */
    Mono<Void> plan(Region region, LocalDate day) {
        return once(region, day)
                .filter(PlanStart.Busy.class::isInstance)
                .doOnNext(busy -> clock.travelTo(clock.instant().plus(LEFT_BEHIND)))
                .flatMap(busy -> once(region, day))
                .then();
    }

    private Mono<PlanStart> once(Region region, LocalDate day) {
        return planning.plan(region, day, SampleStaff.DISPATCHER, CPU);
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
