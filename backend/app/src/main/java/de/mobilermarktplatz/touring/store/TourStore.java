package de.mobilermarktplatz.touring.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourState;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.VanStock;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The tables {@code tour}, {@code tour_visit} and {@code tour_stock} for those who read and drive
 * them.
 */
@Component
public class TourStore {

    private static final String TOURS =
            """
            SELECT t.tour_id, t.market_day, t.van_id, v.name AS van_name, t.state, t.generation, t.device_id, t.metres
            FROM tour t JOIN van v ON v.region_id = t.region_id AND v.van_id = t.van_id
            WHERE t.region_id = :region
            """;

    private final DatabaseClient db;
    private final VisitStore visits;

    TourStore(DatabaseClient db, VisitStore visits) {
        this.db = db;
        this.visits = visits;
    }

    public Mono<Tour> find(Region region, TourId tour) {
        return db.sql(TOURS + " AND t.tour_id = :tour")
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .map(TourStore::tour)
                .one()
                .flatMap(found -> withVisits(region, found));
    }

    public Mono<Tour> lease(Region region, TourId tour) {
        return db.sql(TOURS + " AND t.tour_id = :tour")
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .map(TourStore::tour)
                .one();
    }

    public Mono<Tour> hold(Region region, TourId tour) {
        return db.sql(TOURS + " AND t.tour_id = :tour FOR UPDATE OF t")
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .map(TourStore::tour)
                .one()
                .flatMap(found -> withVisits(region, found));
    }

    public Flux<Tour> ofDay(Region region, LocalDate day) {
        Mono<List<Tour>> tours =
                db.sql(TOURS + " AND t.market_day = :day ORDER BY v.name")
                        .bind("region", region.id().value())
                        .bind("day", day)
                        .map(TourStore::tour)
                        .all()
                        .collectList();
        return Mono.zip(tours, visits.ofDay(region, day))
                .flatMapIterable(
                        known ->
                                known.getT1().stream()
                                        .map(tour -> with(tour, of(tour, known.getT2())))
                                        .toList());
    }

    private static List<TourVisit> of(Tour tour, Map<UUID, Collection<TourVisit>> visits) {
        return List.copyOf(visits.getOrDefault(tour.id().value(), List.of()));
    }

    public Flux<Tour> released(Region region) {
        return db.sql(TOURS + " AND t.state = 'RELEASED' ORDER BY t.market_day, v.name LIMIT 100")
                .bind("region", region.id().value())
                .map(TourStore::tour)
                .all()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(found -> withVisits(region, found));
    }

    public Mono<TourId> serving(Region region, CallId call) {
        return db.sql(
                        """
                        SELECT t.tour_id FROM tour_visit v
                        JOIN tour t ON t.region_id = v.region_id AND t.tour_id = v.tour_id
                        WHERE v.region_id = :region AND v.call_id = :call AND t.state = 'RELEASED' LIMIT 1
                        """)
                .bind("region", region.id().value())
                .bind("call", call.value())
                .map(row -> new TourId(get(row, "tour_id", UUID.class)))
                .one();
    }

    public Flux<VanStock> stock(Region region, TourId tour) {
        return db.sql(
                        "SELECT product_id, unit, amount FROM tour_stock WHERE region_id = :region"
                                + " AND tour_id = :tour ORDER BY product_id")
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .map(
                        row ->
                                new VanStock(
                                        new ProductId(get(row, "product_id", UUID.class)),
                                        Unit.valueOf(get(row, "unit", String.class)),
                                        get(row, "amount", Long.class)))
                .all();
    }

    public Mono<Long> take(Region region, TourId tour, DeviceId device) {
        return db.sql(
                        """
                        UPDATE tour SET generation = generation + CASE WHEN device_id = :device THEN 0 ELSE 1 END,
                            device_id = :device
                        WHERE region_id = :region AND tour_id = :tour AND state = 'RELEASED'
                        RETURNING generation
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("device", device.value())
                .map(row -> get(row, "generation", Long.class))
                .one();
    }

    public Mono<Boolean> close(Region region, TourId tour, Instant now) {
        return db.sql(
                        """
                        UPDATE tour SET state = 'CLOSED', closed_at = :now
                        WHERE region_id = :region AND tour_id = :tour AND state = 'RELEASED'
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Tour> withVisits(Region region, Tour tour) {
        return visits.of(region, tour.id()).collectList().map(list -> with(tour, list));
    }

    private static Tour with(Tour tour, List<TourVisit> visits) {
        return new Tour(
                tour.id(),
                tour.day(),
                tour.van(),
                tour.vanName(),
                tour.state(),
                tour.generation(),
                tour.device(),
                tour.metres(),
                visits);
    }

    private static Tour tour(Readable row) {
        UUID device = row.get("device_id", UUID.class);
        return new Tour(
                new TourId(get(row, "tour_id", UUID.class)),
                get(row, "market_day", LocalDate.class),
                new VanId(get(row, "van_id", UUID.class)),
                get(row, "van_name", String.class),
                TourState.valueOf(get(row, "state", String.class)),
                get(row, "generation", Long.class),
                device == null ? null : new DeviceId(device),
                get(row, "metres", Long.class),
                List.of());
    }
}
