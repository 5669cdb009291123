package de.mobilermarktplatz.touring.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.Custody;
import de.mobilermarktplatz.touring.CustodyEnded;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Custody of tours. Everything joins the caller's transaction. */
@Component
public class CustodyStore {

    private static final String COLUMNS =
            "t.tour_id, t.custody_generation, t.custody_since, t.custody_until, t.custody_ended_at";

    private final DatabaseClient db;

    CustodyStore(DatabaseClient db) {
        this.db = db;
    }

    /** Who serves a call, and whether it has the goods. */
    public record Serving(TourId tour, boolean custody) {}

    /**
     * The van has goods; loading again after a count opens it anew. Only the tablet that has the
     * tour gives its van the say.
     */
    public Mono<Void> open(Region region, TourId tour, long generation, Instant now) {
        return db.sql(
                        """
                        UPDATE tour SET custody_since = coalesce(custody_since, :now),
                            custody_generation = greatest(coalesce(custody_generation, 0), :generation),
                            custody_until = NULL, custody_ended_at = NULL
                        WHERE region_id = :region AND tour_id = :tour AND (:generation = 0 OR generation <= :generation)
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("generation", generation)
                .bind("now", time(now))
                .then();
    }

    /** The end is known; a second count or the closing does not put it off. */
    public Mono<Void> ending(Region region, TourId tour, long generation, Instant until) {
        return db.sql(
                        """
                        UPDATE tour SET custody_until = coalesce(custody_until, :until)
                        WHERE region_id = :region AND tour_id = :tour AND custody_since IS NOT NULL
                          AND (:generation = 0 OR generation <= :generation)
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("generation", generation)
                .bind("until", time(until))
                .then();
    }

    /** Ends all whose time is over; each is told once. */
    public Flux<CustodyEnded> end(Region region, Instant now) {
        return db.sql(
                        """
                        UPDATE tour SET custody_ended_at = :now
                        WHERE region_id = :region AND custody_until <= :now AND custody_ended_at IS NULL
                        RETURNING tour_id, market_day
                        """)
                .bind("region", region.id().value())
                .bind("now", time(now))
                .map(
                        row ->
                                new CustodyEnded(
                                        get(row, "tour_id", UUID.class),
                                        get(row, "market_day", LocalDate.class)))
                .all();
    }

    /** Empty while nothing was loaded. */
    public Mono<Custody> find(Region region, TourId tour) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM tour t WHERE t.region_id = :region AND t.tour_id = :tour"
                                + " AND t.custody_since IS NOT NULL")
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .map(CustodyStore::custody)
                .one();
    }

    /** Of every tour of a day that was loaded. */
    public Flux<Custody> ofDay(Region region, LocalDate day) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM tour t WHERE t.region_id = :region AND t.market_day = :day"
                                + " AND t.custody_since IS NOT NULL")
                .bind("region", region.id().value())
                .bind("day", day)
                .map(CustodyStore::custody)
                .all();
    }

    /**
     * The fixed tour that serves a call; locked, so that a load scan waits for whoever asks. Empty
     * before the release.
     */
    public Mono<Serving> serving(Region region, CallId call) {
        return db.sql(
                        """
                        SELECT t.tour_id, t.custody_since IS NOT NULL AND t.custody_ended_at IS NULL AS custody
                        FROM tour_visit v JOIN tour t ON t.region_id = v.region_id AND t.tour_id = v.tour_id
                        WHERE v.region_id = :region AND v.call_id = :call AND t.state <> 'DRAFT'
                        ORDER BY t.tour_id LIMIT 1
                        FOR SHARE OF t
                        """)
                .bind("region", region.id().value())
                .bind("call", call.value())
                .map(
                        row ->
                                new Serving(
                                        new TourId(get(row, "tour_id", UUID.class)),
                                        get(row, "custody", Boolean.class)))
                .one();
    }

    private static Custody custody(Readable row) {
        return new Custody(
                new TourId(get(row, "tour_id", UUID.class)),
                get(row, "custody_generation", Long.class),
                get(row, "custody_since", Instant.class),
                row.get("custody_until", Instant.class),
                row.get("custody_ended_at", Instant.class));
    }
}
