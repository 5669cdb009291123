package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Border;
import de.mobilermarktplatz.region.Borders;
import de.mobilermarktplatz.region.Municipality;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.region.Places;
import de.mobilermarktplatz.region.RegionSettings;
import de.mobilermarktplatz.region.Setting;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where people of a sample county live: settings, municipalities, places, outlines. */
@Component
class SamplePlaces {

    private static final int AT_ONCE = 4;

    private final Places places;
    private final Borders borders;
    private final RegionSettings settings;

    SamplePlaces(Places places, Borders borders, RegionSettings settings) {
        this.places = places;
        this.borders = borders;
        this.settings = settings;
    }

    /** Enters everything again; what is there stays the same. */
    Mono<Void> load(Region region, CountyFolder folder) {
        return settings.set(region, Setting.STATE, folder.setting("state"))
                .then(settings.set(region, Setting.DESK_PHONE, folder.setting("desk-phone")))
                .thenMany(Flux.fromIterable(folder.rows("municipalities.csv")))
                .flatMap(row -> places.put(region, municipality(row)), AT_ONCE)
                .thenMany(Flux.fromIterable(folder.rows("places.csv")))
                .flatMap(row -> places.put(region, place(row)), AT_ONCE)
                .thenMany(Flux.fromIterable(folder.rows("borders.csv")))
                .bufferUntilChanged(row -> row.getField("key"))
                .concatMap(rings -> borders.put(region, border(rings)))
                .then();
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
                CountyFolder.point(row));
    }

    private static Border border(List<NamedCsvRecord> rings) {
        NamedCsvRecord first = rings.getFirst();
        return new Border(
                first.getField("key"),
                first.getField("name"),
                rings.stream().map(ring -> points(ring.getField("ring"))).toList());
    }

    /** "51.8163,11.4895 51.8063,11.4881 …": latitude and longitude in degrees. */
    private static List<GeoPoint> points(String ring) {
        return Arrays.stream(ring.split(" "))
                .map(point -> point.split(",", 2))
                .map(degrees -> CountyFolder.point(degrees[0], degrees[1]))
                .toList();
    }
}
