package de.mobilermarktplatz.touring.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.TourVisit;
import io.r2dbc.spi.Readable;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The table {@code tour_visit}. */
@Component
class VisitStore {

    private final DatabaseClient db;

    VisitStore(DatabaseClient db) {
        this.db = db;
    }

    Flux<TourVisit> of(Region region, TourId tour) {
        return db.sql(
                        """
                        SELECT visit_no, kind, name, lat_e6, lon_e6, call_id, stop_id, producer_id, arrive_at, leave_at, metres
                        FROM tour_visit WHERE region_id = :region AND tour_id = :tour ORDER BY visit_no
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .map(VisitStore::visit)
                .all();
    }

    private static TourVisit visit(Readable row) {
        Integer latitude = row.get("lat_e6", Integer.class);
        Integer longitude = row.get("lon_e6", Integer.class);
        return new TourVisit(
                get(row, "visit_no", Integer.class),
                TourVisit.Kind.valueOf(get(row, "kind", String.class)),
                get(row, "name", String.class),
                latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude),
                id(row, "call_id", CallId::new),
                id(row, "stop_id", StopId::new),
                id(row, "producer_id", ProducerId::new),
                get(row, "arrive_at", LocalTime.class),
                get(row, "leave_at", LocalTime.class),
                get(row, "metres", Integer.class));
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> make) {
        UUID value = row.get(column, UUID.class);
        return value == null ? null : make.apply(value);
    }
}
