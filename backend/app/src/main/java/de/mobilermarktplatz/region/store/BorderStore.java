package de.mobilermarktplatz.region.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.region.Border;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code border}: one row per ring, coordinates as two arrays of micro-degrees. */
@Component
public class BorderStore {

    private record Ring(String key, String name, List<GeoPoint> points) {}

    private final DatabaseClient db;

    BorderStore(DatabaseClient db) {
        this.db = db;
    }

    public Flux<Border> all(RegionId region) {
        return db.sql(
                        """
                        SELECT area_key, area_name, lat_e6, lon_e6 FROM border
                        WHERE region_id = :region ORDER BY length(area_key), area_key, ring_no
                        """)
                .bind("region", region.value())
                .map(BorderStore::ring)
                .all()
                .bufferUntilChanged(Ring::key)
                .map(BorderStore::border);
    }

    public Mono<Void> put(RegionId region, Border border) {
        return db.sql("DELETE FROM border WHERE region_id = :region AND area_key = :key")
                .bind("region", region.value())
                .bind("key", border.key())
                .then()
                .thenMany(Flux.range(0, border.rings().size()))
                .concatMap(number -> insert(region, border, number))
                .then();
    }

    private Mono<Void> insert(RegionId region, Border border, int number) {
        List<GeoPoint> ring = border.rings().get(number);
        return db.sql(
                        """
                        INSERT INTO border (region_id, area_key, ring_no, area_name, lat_e6, lon_e6)
                        VALUES (:region, :key, :ring, :name, :lat, :lon)
                        """)
                .bind("region", region.value())
                .bind("key", border.key())
                .bind("ring", number)
                .bind("name", border.name())
                .bind("lat", ring.stream().map(GeoPoint::latE6).toArray(Integer[]::new))
                .bind("lon", ring.stream().map(GeoPoint::lonE6).toArray(Integer[]::new))
                .then();
    }

    private static Ring ring(Readable row) {
        Integer[] lat = get(row, "lat_e6", Integer[].class);
        Integer[] lon = get(row, "lon_e6", Integer[].class);
        return new Ring(
                get(row, "area_key", String.class),
                get(row, "area_name", String.class),
                IntStream.range(0, lat.length)
                        .mapToObj(i -> new GeoPoint(lat[i], lon[i]))
                        .toList());
    }

    private static Border border(List<Ring> rings) {
        Ring first = rings.getFirst();
        return new Border(first.key(), first.name(), rings.stream().map(Ring::points).toList());
    }
}
