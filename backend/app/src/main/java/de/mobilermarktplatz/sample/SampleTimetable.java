package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Municipality;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.region.Places;
import de.mobilermarktplatz.region.RegionSettings;
import de.mobilermarktplatz.region.Setting;
import de.mobilermarktplatz.timetable.NewPattern;
import de.mobilermarktplatz.timetable.TimetableDesk;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Places, stops and the weekly pattern of the sample county. */
@Component
class SampleTimetable {

    /** A Monday: the fortnights are counted from this week. */
    private static final LocalDate VALID_FROM = LocalDate.of(2026, 1, 5);

    private static final Map<ColdClass, Long> ROOM =
            Map.of(
                    ColdClass.AMBIENT, 250_000L,
                    ColdClass.CHILLED, 100_000L,
                    ColdClass.FROZEN, 30_000L);

    private final Places places;
    private final RegionSettings settings;
    private final TimetableDesk desk;

    SampleTimetable(Places places, RegionSettings settings, TimetableDesk desk) {
        this.places = places;
        this.settings = settings;
        this.desk = desk;
    }

    /** Enters everything again; what is there stays the same. */
    Mono<Void> load(Region region) {
        return settings.set(region, Setting.STATE, "ST")
                .then(settings.set(region, Setting.DESK_PHONE, "03925 000000"))
                .thenMany(Flux.fromIterable(SampleFiles.rows("municipalities.csv")))
                .concatMap(row -> places.put(region, municipality(row)))
                .thenMany(Flux.fromIterable(SampleFiles.rows("places.csv")))
                .concatMap(row -> places.put(region, place(row)))
                .thenMany(Flux.fromIterable(SampleFiles.rows("stops.csv")))
                .concatMap(row -> stop(region, row))
                .then(Mono.defer(() -> desk.publish(region)))
                .then();
    }

    private Mono<Void> stop(Region region, NamedCsvRecord row) {
        return desk.putStop(
                        region,
                        row.getField("code"),
                        row.getField("name"),
                        row.getField("place"),
                        SampleFiles.point(row))
                .flatMap(
                        stop ->
                                desk.addPattern(
                                        region,
                                        new NewPattern(
                                                stop,
                                                DayOfWeek.valueOf(row.getField("weekday")),
                                                Integer.parseInt(row.getField("weeks")),
                                                LocalTime.parse(row.getField("from")),
                                                LocalTime.parse(row.getField("to")),
                                                VALID_FROM,
                                                null,
                                                ROOM)));
    }

    private static Municipality municipality(NamedCsvRecord row) {
        return new Municipality(row.getField("key"), row.getField("name"));
    }

    private static Place place(NamedCsvRecord row) {
        return new Place(
                row.getField("key"),
                row.getField("municipality"),
                row.getField("name"),
                row.getField("postcode"),
                SampleFiles.point(row));
    }
}
