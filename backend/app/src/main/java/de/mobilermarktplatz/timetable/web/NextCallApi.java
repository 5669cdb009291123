package de.mobilermarktplatz.timetable.web;

import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.timetable.NextCall;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.timetable.UnknownPlace;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The next calls for programs: the same answer as the page, as JSON. */
@RestController
class NextCallApi {

    private final Timetable timetable;

    NextCallApi(Timetable timetable) {
        this.timetable = timetable;
    }

    /**
     * @param walkMetres null when the stop itself was asked for
     */
    record Answer(
            String call,
            LocalDate day,
            LocalTime from,
            LocalTime to,
            String stop,
            String stopName,
            String place,
            @Nullable Integer walkMetres) {}

    /** When several places fit the query, the calls of all of them. */
    @GetMapping("/api/v1/{regionSlug}/next-calls")
    @Requires(Permission.SHOP_BROWSE)
    Flux<Answer> nextCalls(Region region, @RequestParam String place) {
        return timetable
                .find(region, place)
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(Mono.error(() -> unknown(place)))
                .flatMapIterable(found -> found)
                .concatMap(target -> timetable.nextCalls(region, target))
                .map(NextCallApi::answer);
    }

    private static Answer answer(NextCall next) {
        return new Answer(
                next.call().id().toString(),
                next.call().day(),
                next.call().from(),
                next.call().to(),
                next.call().stop().code(),
                next.call().stop().name(),
                next.call().stop().placeName(),
                next.walkMetres().isPresent() ? next.walkMetres().getAsInt() : null);
    }

    private static RejectedException unknown(String asked) {
        return new RejectedException(new UnknownPlace(asked), HttpStatus.NOT_FOUND);
    }
}
