package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.region.Places;
import de.mobilermarktplatz.timetable.domain.NearestCalls;
import de.mobilermarktplatz.timetable.domain.TargetSearch;
import de.mobilermarktplatz.timetable.store.CallStore;
import de.mobilermarktplatz.timetable.store.MarketDayStore;
import de.mobilermarktplatz.timetable.store.StopStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When and where the van stands. Everything here reads; {@link TimetableDesk} writes. */
@Component
public class Timetable {

    private static final int CALLS_OF_A_STOP = 6;
    private static final int SOONEST_CALLS = 8;

    private final StopStore stops;
    private final CallStore calls;
    private final MarketDayStore days;
    private final Places places;
    private final InstantSource clock;

    Timetable(
            StopStore stops,
            CallStore calls,
            MarketDayStore days,
            Places places,
            InstantSource clock) {
        this.stops = stops;
        this.calls = calls;
        this.days = days;
        this.places = places;
        this.clock = clock;
    }

    /** Stops in use, by place and name. */
    public Flux<Stop> stops(Region region) {
        return stops.active(region.id());
    }

    /**
     * What a village, street or postcode may mean; forgives spelling; empty when nothing comes
     * near.
     */
    public Mono<List<Target>> find(Region region, String query) {
        return Mono.zip(places.all(region).collectList(), stops(region).collectList())
                .map(known -> TargetSearch.find(query, known.getT1(), known.getT2()));
    }

    /**
     * The next calls that people of this place can reach: its own soonest first, then the nearest.
     */
    public Flux<NextCall> nextCalls(Region region, Place place) {
        ZonedDateTime now = now(region);
        return calls.nextOfEachStop(region.id(), now.toLocalDate(), now.toLocalTime())
                .collectList()
                .flatMapIterable(all -> NearestCalls.of(place, all));
    }

    /** The next calls at this stop, soonest first. */
    public Flux<NextCall> nextCalls(Region region, String stopCode) {
        ZonedDateTime now = now(region);
        return calls.ofStop(
                        region.id(),
                        stopCode,
                        now.toLocalDate(),
                        now.toLocalTime(),
                        CALLS_OF_A_STOP)
                .map(call -> new NextCall(call, OptionalInt.empty()));
    }

    /** The next calls of the whole region, each stop at most once, soonest first. */
    public Flux<NextCall> soonestCalls(Region region) {
        ZonedDateTime now = now(region);
        return calls.nextOfEachStop(region.id(), now.toLocalDate(), now.toLocalTime())
                .take(SOONEST_CALLS)
                .map(call -> new NextCall(call, OptionalInt.empty()));
    }

    /** The next calls at whatever was found. */
    public Flux<NextCall> nextCalls(Region region, Target target) {
        return switch (target) {
            case Target.AtPlace at -> nextCalls(region, at.place());
            case Target.AtStop at -> nextCalls(region, at.stop().code());
        };
    }

    /** A published call, also one that is over; empty when there is none or it was cancelled. */
    public Mono<Call> call(Region region, CallId call) {
        return calls.find(region.id(), call);
    }

    /** Published calls of a day in order of time. */
    public Flux<Call> callsOn(Region region, LocalDate day) {
        return calls.on(region.id(), day);
    }

    /** Room that orders may still take at a call, for every cold class. */
    public Flux<CallCapacity> capacity(Region region, CallId call) {
        return calls.capacity(region.id(), call);
    }

    /** Market days from today on whose vans are not fixed yet, soonest first. */
    public Flux<LocalDate> openDays(Region region) {
        return days.from(region.id(), today(region))
                .filter(day -> day.state() == MarketDay.State.OPEN)
                .map(MarketDay::day);
    }

    /** Empty when nothing was ever published for that day. */
    public Mono<MarketDay> marketDay(Region region, LocalDate day) {
        return days.find(region.id(), day);
    }

    /** The date on the region's wall calendar. */
    public LocalDate today(Region region) {
        return now(region).toLocalDate();
    }

    private ZonedDateTime now(Region region) {
        return clock.instant().atZone(region.zone());
    }
}
