package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Border;
import de.mobilermarktplatz.region.Borders;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outlines of the sample county and its municipalities. */
@Component
class SampleBorders {

    private final Borders borders;

    SampleBorders(Borders borders) {
        this.borders = borders;
    }

    /** Enters everything again; what is there stays the same. */
    Mono<Void> load(Region region) {
        return Flux.fromIterable(SampleFiles.rows("borders.csv"))
                .bufferUntilChanged(row -> row.getField("key"))
                .concatMap(rings -> borders.put(region, border(rings)))
                .then();
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
                .map(degrees -> SampleFiles.point(degrees[0], degrees[1]))
                .toList();
    }
}
