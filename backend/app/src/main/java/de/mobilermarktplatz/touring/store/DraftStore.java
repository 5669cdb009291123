package de.mobilermarktplatz.touring.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.domain.PlannedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes plans: drafts come and go, released tours are never touched. */
@Component
public class DraftStore {

    private final DatabaseClient db;
    private final UuidV7 ids;

    DraftStore(DatabaseClient db, UuidV7 ids) {
        this.db = db;
        this.ids = ids;
    }

    /** Puts the plan in the place of the day's drafts. Joins the caller's transaction. */
    public Mono<Void> replace(Region region, LocalDate day, PlannedDay plan, Instant now) {
        return clear("DELETE FROM tour WHERE state = 'DRAFT' AND", region, day)
                .then(clear("DELETE FROM tour_unserved WHERE", region, day))
                .thenMany(Flux.fromIterable(plan.tours()))
                .concatMap(tour -> insert(region, day, tour, now))
                .then(insertLeftOut(region, day, plan.leftOut()));
    }

    /** Calls that the plan of the day leaves out. */
    public Flux<PlannedDay.LeftOut> leftOut(Region region, LocalDate day) {
        return db.sql(
                        "SELECT call_id, reason FROM tour_unserved WHERE region_id = :region AND"
                                + " market_day = :day")
                .bind("region", region.id().value())
                .bind("day", day)
                .map(
                        row ->
                                new PlannedDay.LeftOut(
                                        new CallId(get(row, "call_id", UUID.class)),
                                        get(row, "reason", String.class)))
                .all();
    }

    private Mono<Void> clear(String sql, Region region, LocalDate day) {
        return db.sql(sql + " region_id = :region AND market_day = :day")
                .bind("region", region.id().value())
                .bind("day", day)
                .then();
    }

    private Mono<Void> insert(
            Region region, LocalDate day, PlannedDay.PlannedTour tour, Instant now) {
        TourId id = new TourId(ids.next());
        return db.sql(
                        """
                        INSERT INTO tour (region_id, tour_id, market_day, van_id, state, metres, created_at)
                        VALUES (:region, :tour, :day, :van, 'DRAFT', :metres, :now)
                        """)
                .bind("region", region.id().value())
                .bind("tour", id.value())
                .bind("day", day)
                .bind("van", tour.van().value())
                .bind("metres", tour.metres())
                .bind("now", time(now))
                .then()
                .then(insertVisits(region, id, tour.visits()));
    }

    private Mono<Void> insertVisits(Region region, TourId tour, List<TourVisit> visits) {
        Columns<TourVisit> columns = Columns.of(visits);
        return db.sql(
                        """
                        INSERT INTO tour_visit (region_id, tour_id, visit_no, kind, name, lat_e6, lon_e6, call_id, stop_id,
                            producer_id, arrive_at, leave_at, metres)
                        SELECT :region, :tour, * FROM unnest(:numbers::int[], :kinds::text[], :names::text[],
                            :lats::int[], :lons::int[], :calls::uuid[], :stops::uuid[], :producers::uuid[],
                            :arrivals::time[], :departures::time[], :metres::int[])
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("numbers", columns.ints(TourVisit::number))
                .bind("kinds", columns.of(String.class, visit -> visit.kind().name()))
                .bind("names", columns.of(String.class, TourVisit::name))
                .bind("lats", columns.of(Integer.class, visit -> latitude(visit.place())))
                .bind("lons", columns.of(Integer.class, visit -> longitude(visit.place())))
                .bind("calls", columns.of(UUID.class, visit -> id(visit.call())))
                .bind("stops", columns.of(UUID.class, visit -> id(visit.stop())))
                .bind("producers", columns.of(UUID.class, visit -> id(visit.producer())))
                .bind("arrivals", columns.of(LocalTime.class, TourVisit::arrive))
                .bind("departures", columns.of(LocalTime.class, TourVisit::leave))
                .bind("metres", columns.ints(TourVisit::metres))
                .then();
    }

    private Mono<Void> insertLeftOut(
            Region region, LocalDate day, List<PlannedDay.LeftOut> leftOut) {
        Columns<PlannedDay.LeftOut> columns = Columns.of(leftOut);
        return db.sql(
                        """
                        INSERT INTO tour_unserved (region_id, market_day, call_id, reason)
                        SELECT :region, :day, * FROM unnest(:calls::uuid[], :reasons::text[])
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .bind("calls", columns.of(UUID.class, left -> left.call().value()))
                .bind("reasons", columns.of(String.class, PlannedDay.LeftOut::reason))
                .then();
    }

    private static @Nullable Integer latitude(@Nullable GeoPoint point) {
        return point == null ? null : point.latE6();
    }

    private static @Nullable Integer longitude(@Nullable GeoPoint point) {
        return point == null ? null : point.lonE6();
    }

    private static @Nullable UUID id(@Nullable CallId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID id(@Nullable StopId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID id(@Nullable ProducerId id) {
        return id == null ? null : id.value();
    }
}
