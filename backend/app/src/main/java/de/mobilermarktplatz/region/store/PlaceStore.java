package de.mobilermarktplatz.region.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.region.Municipality;
import de.mobilermarktplatz.region.Place;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables {@code municipality} and {@code place}. */
@Component
public class PlaceStore {

    private static final String SELECT =
            "SELECT place_key, municipality_key, name, postcode, lat_e6, lon_e6 FROM place WHERE region_id = :region";

    private final DatabaseClient db;

    PlaceStore(DatabaseClient db) {
        this.db = db;
    }

    public Flux<Place> all(RegionId region) {
        return db.sql(SELECT + " ORDER BY name COLLATE \"de-x-icu\", place_key")
                .bind("region", region.value())
                .map(PlaceStore::place)
                .all();
    }

    public Mono<Place> find(RegionId region, String key) {
        return db.sql(SELECT + " AND place_key = :key")
                .bind("region", region.value())
                .bind("key", key)
                .map(PlaceStore::place)
                .one();
    }

    public Mono<Void> put(RegionId region, Municipality municipality) {
        return db.sql(
                        """
                        INSERT INTO municipality (region_id, municipality_key, name) VALUES (:region, :key, :name)
                        ON CONFLICT (region_id, municipality_key) DO UPDATE SET name = excluded.name
                        """)
                .bind("region", region.value())
                .bind("key", municipality.key())
                .bind("name", municipality.name())
                .then();
    }

    public Mono<Void> put(RegionId region, Place place) {
        return db.sql(
                        """
                        INSERT INTO place (region_id, place_key, municipality_key, name, postcode, lat_e6, lon_e6)
                        VALUES (:region, :key, :municipality, :name, :postcode, :lat, :lon)
                        ON CONFLICT (region_id, place_key) DO UPDATE SET
                            municipality_key = excluded.municipality_key, name = excluded.name,
                            postcode = excluded.postcode, lat_e6 = excluded.lat_e6, lon_e6 = excluded.lon_e6
                        """)
                .bind("region", region.value())
                .bind("key", place.key())
                .bind("municipality", place.municipalityKey())
                .bind("name", place.name())
                .bind("postcode", place.postcode())
                .bind("lat", place.centre().latE6())
                .bind("lon", place.centre().lonE6())
                .then();
    }

    private static Place place(Readable row) {
        return new Place(
                text(row, "place_key"),
                text(row, "municipality_key"),
                text(row, "name"),
                text(row, "postcode"),
                new GeoPoint(number(row, "lat_e6"), number(row, "lon_e6")));
    }

    private static String text(Readable row, String column) {
        return get(row, column, String.class);
    }

    private static int number(Readable row, String column) {
        return get(row, column, Integer.class);
    }
}
