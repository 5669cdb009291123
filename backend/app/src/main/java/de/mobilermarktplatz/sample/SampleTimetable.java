package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.NewPattern;
import de.mobilermarktplatz.timetable.TimetableDesk;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stops and weekly pattern of a sample county. */
@Component
class SampleTimetable {

    private static final long LITRE = 1_000;

    /** Entering a stop costs a few round trips to the database: several at once. */
    private static final int AT_ONCE = 4;

    private final TimetableDesk desk;

    SampleTimetable(TimetableDesk desk) {
        this.desk = desk;
    }

    /** The days of the week on which vans drive. */
    static Set<DayOfWeek> weekdays(CountyFolder folder) {
        return folder.rows("stops.csv").stream()
                .map(SampleTimetable::weekday)
                .collect(Collectors.toSet());
    }

    /**
     * Enters everything again; what is there stays the same.
     *
     * @param validFrom from when on the vans drive on a weekday
     */
    Mono<Void> load(Region region, CountyFolder folder, Function<DayOfWeek, LocalDate> validFrom) {
        Map<ColdClass, Long> room =
                Arrays.stream(ColdClass.values())
                        .collect(Collectors.toMap(Function.identity(), cold -> room(folder, cold)));
        return Flux.fromIterable(folder.rows("stops.csv"))
                .flatMap(row -> stop(region, row, validFrom.apply(weekday(row)), room), AT_ONCE)
                .then(Mono.defer(() -> publish(region)));
    }

    Mono<Void> publish(Region region) {
        return desk.publish(region).then();
    }

    private static long room(CountyFolder folder, ColdClass coldClass) {
        return folder.number("litres." + coldClass.name().toLowerCase(Locale.ROOT)) * LITRE;
    }

    private static DayOfWeek weekday(NamedCsvRecord row) {
        return DayOfWeek.valueOf(row.getField("weekday"));
    }

    private Mono<Void> stop(
            Region region, NamedCsvRecord row, LocalDate validFrom, Map<ColdClass, Long> room) {
        return desk.putStop(
                        region,
                        row.getField("code"),
                        row.getField("name"),
                        row.getField("place"),
                        CountyFolder.point(row))
                .flatMap(
                        stop ->
                                desk.addPattern(
                                        region,
                                        new NewPattern(
                                                stop,
                                                weekday(row),
                                                Integer.parseInt(row.getField("weeks")),
                                                LocalTime.parse(row.getField("from")),
                                                LocalTime.parse(row.getField("to")),
                                                validFrom,
                                                null,
                                                room)));
    }
}
