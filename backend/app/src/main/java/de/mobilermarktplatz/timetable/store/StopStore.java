package de.mobilermarktplatz.timetable.store;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.timetable.Stop;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code stop}. */
@Component
public class StopStore {

    private final DatabaseClient db;

    StopStore(DatabaseClient db) {
        this.db = db;
    }

    /** Stops in use, by place and name in German order. */
    public Flux<Stop> active(RegionId region) {
        return db.sql(
                        """
                        SELECT s.stop_id, s.code, s.name, s.place_key, p.name AS place_name, s.lat_e6, s.lon_e6
                        FROM stop s JOIN place p ON p.region_id = s.region_id AND p.place_key = s.place_key
                        WHERE s.region_id = :region AND s.active
                        ORDER BY p.name COLLATE "de-x-icu", s.name COLLATE "de-x-icu", s.code
                        """)
                .bind("region", region.value())
                .map(Rows::stop)
                .all();
    }

    /** Adds the stop, or renames and moves the one that has this code already; returns its id. */
    public Mono<StopId> put(
            RegionId region, StopId id, String code, String name, String placeKey, GeoPoint at) {
        return db.sql(
                        """
                        INSERT INTO stop (region_id, stop_id, code, name, place_key, lat_e6, lon_e6)
                        VALUES (:region, :id, :code, :name, :place, :lat, :lon)
                        ON CONFLICT (region_id, code) DO UPDATE SET
                            name = excluded.name, place_key = excluded.place_key,
                            lat_e6 = excluded.lat_e6, lon_e6 = excluded.lon_e6
                        RETURNING stop_id
                        """)
                .bind("region", region.value())
                .bind("id", id.value())
                .bind("code", code)
                .bind("name", name)
                .bind("place", placeKey)
                .bind("lat", at.latE6())
                .bind("lon", at.lonE6())
                .map(row -> new StopId(Rows.uuid(row, "stop_id")))
                .one();
    }
}
