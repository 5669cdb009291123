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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

    /** Visits of all tours of a day, by tour, each in driving order. */
    Mono<Map<UUID, Collection<TourVisit>>> ofDay(Region region, LocalDate day) {
        return db.sql(
                        """
                        SELECT v.tour_id, v.visit_no, v.kind, v.name, v.lat_e6, v.lon_e6, v.call_id, v.stop_id, v.producer_id,
                          v.arrive_at, v.leave_at, v.metres
                        FROM tour t JOIN tour_visit v ON v.region_id = t.region_id AND v.tour_id = t.tour_id
                        WHERE t.region_id = :region AND t.market_day = :day ORDER BY v.tour_id, v.visit_no
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(row -> Map.entry(get(row, "tour_id", UUID.class), visit(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
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
