package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.ordering.PlaceResult.CallClosed;
import de.mobilermarktplatz.ordering.PlaceResult.CallUnknown;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.NextCall;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the call of an address, or says in words that it is none. */
@Component
class Calls {

    private final Timetable timetable;
    private final InstantSource clock;

    Calls(Timetable timetable, InstantSource clock) {
        this.timetable = timetable;
        this.clock = clock;
    }

    /** A published call, over or not. */
    Mono<Call> known(Region region, String id) {
        CallId call;
        try {
            call = CallId.of(id);
        } catch (IllegalArgumentException e) {
            return Mono.error(Refusals.exception(new CallUnknown(id)));
        }
        return timetable
                .call(region, call)
                .switchIfEmpty(Mono.error(() -> Refusals.exception(new CallUnknown(id))));
    }

    /** A later call as a page offers it. */
    record Later(String when, String link) {}

    /** The next calls at the same stop, soonest first. */
    Flux<Later> later(Region region, Call call) {
        return timetable
                .nextCalls(region, call.stop().code())
                .map(NextCall::call)
                .filter(next -> next.day().isAfter(call.day()))
                .map(
                        next ->
                                new Later(
                                        GermanDays.relativeDay(
                                                        next.day(),
                                                        clock.instant()
                                                                .atZone(region.zone())
                                                                .toLocalDate())
                                                + ", "
                                                + GermanDays.time(next.from())
                                                + " Uhr",
                                        "/r/" + region.slug() + "/halt/" + next.id()));
    }

    /** A published call that is not over yet. */
    Mono<Call> coming(Region region, String id) {
        return known(region, id)
                .filter(call -> clock.instant().isBefore(call.end(region.zone())))
                .switchIfEmpty(Mono.error(() -> Refusals.exception(new CallClosed(id))));
    }
}
