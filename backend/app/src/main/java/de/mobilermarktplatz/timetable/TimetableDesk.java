package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.HolidayCalendar;
import de.mobilermarktplatz.region.RegionSettings;
import de.mobilermarktplatz.region.Setting;
import de.mobilermarktplatz.timetable.domain.PatternCalls;
import de.mobilermarktplatz.timetable.domain.PatternException;
import de.mobilermarktplatz.timetable.domain.PlannedCall;
import de.mobilermarktplatz.timetable.store.MarketDayStore;
import de.mobilermarktplatz.timetable.store.PatternStore;
import de.mobilermarktplatz.timetable.store.PublishStore;
import de.mobilermarktplatz.timetable.store.StopStore;
import de.mobilermarktplatz.timetable.store.StoredPattern;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How the timetable comes about: stops, patterns, what differs on a day, publishing, states of
 * market days.
 */
@Component
public class TimetableDesk {

    private final StopStore stops;
    private final PatternStore patterns;
    private final PublishStore publishing;
    private final MarketDayStore days;
    private final RegionSettings settings;
    private final Outbox outbox;
    private final TransactionalOperator tx;
    private final UuidV7 ids;
    private final InstantSource clock;

    TimetableDesk(
            StopStore stops,
            PatternStore patterns,
            PublishStore publishing,
            MarketDayStore days,
            RegionSettings settings,
            Outbox outbox,
            TransactionalOperator tx,
            UuidV7 ids,
            InstantSource clock) {
        this.stops = stops;
        this.patterns = patterns;
        this.publishing = publishing;
        this.days = days;
        this.settings = settings;
        this.outbox = outbox;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a stop, or renames and moves the one that has this code; its place must be known. */
    public Mono<StopId> putStop(
            Region region, String code, String name, String placeKey, GeoPoint at) {
        return stops.put(region.id(), new StopId(ids.next()), code, name, placeKey, at);
    }

    /** Adds a repeating call; entering the same one twice changes nothing. */
    public Mono<Void> addPattern(Region region, NewPattern pattern) {
        return patterns.add(region.id(), ids.next(), pattern);
    }

    /** Enters what differs on a day that is not published yet. */
    public Mono<Void> except(Region region, UUID pattern, PatternException exception) {
        return patterns.put(region.id(), pattern, exception);
    }

    /** Patterns that still hold. */
    public Flux<StoredPattern> patterns(Region region) {
        return patterns.validOnOrAfter(region.id(), today(region));
    }

    /** Publishes the calls of the coming weeks that are missing; returns how many are new. */
    public Mono<Integer> publish(Region region) {
        LocalDate first = today(region).plusDays(1);
        return Mono.zip(
                        settings.holidays(region),
                        settings.value(region, Setting.WEEKS_AHEAD).map(Integer::parseInt))
                .flatMapMany(
                        rules ->
                                patterns.validOnOrAfter(region.id(), first)
                                        .collectList()
                                        .flatMapIterable(all -> all)
                                        .concatMap(
                                                pattern ->
                                                        publish(
                                                                region,
                                                                pattern,
                                                                first,
                                                                first.plusWeeks(rules.getT2()),
                                                                rules.getT1())))
                .reduce(0, Integer::sum);
    }

    /** True when the day was open and now is released. */
    public Mono<Boolean> release(Region region, LocalDate day) {
        return days.move(region.id(), day, MarketDay.State.OPEN, MarketDay.State.RELEASED);
    }

    /** True when the day was released and now is closed. */
    public Mono<Boolean> close(Region region, LocalDate day) {
        return days.move(region.id(), day, MarketDay.State.RELEASED, MarketDay.State.CLOSED);
    }

    private Mono<Integer> publish(
            Region region,
            StoredPattern pattern,
            LocalDate first,
            LocalDate end,
            HolidayCalendar holidays) {
        // One transaction for each pattern: a county's first eight weeks are some thousand calls.
        Mono<Integer> work =
                patterns.exceptions(region.id(), pattern.id(), first)
                        .collectList()
                        .flatMapIterable(
                                exceptions ->
                                        PatternCalls.between(
                                                pattern.pattern(),
                                                first,
                                                end.minusDays(1),
                                                holidays::isHoliday,
                                                exceptions))
                        .concatMap(planned -> publish(region, pattern, planned))
                        .filter(isNew -> isNew)
                        .count()
                        .map(Math::toIntExact);
        return tx.transactional(work);
    }

    private Mono<Boolean> publish(Region region, StoredPattern pattern, PlannedCall planned) {
        Mono<Void> open =
                publishing
                        .openDay(region.id(), planned.day())
                        .filter(first -> first)
                        .flatMap(first -> outbox.append(new MarketDayOpened(planned.day())));
        Mono<Boolean> call =
                Mono.defer(
                        () ->
                                publishing.publish(
                                        region.id(), new CallId(ids.next()), pattern, planned));
        return open.then(call);
    }

    private LocalDate today(Region region) {
        return clock.instant().atZone(region.zone()).toLocalDate();
    }
}
