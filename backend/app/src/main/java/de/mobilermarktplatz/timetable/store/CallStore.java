package de.mobilermarktplatz.timetable.store;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.CallCapacity;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads tables {@code call} and {@code call_capacity}. */
@Component
public class CallStore {

    private static final String SELECT =
            """
            SELECT c.call_id, c.market_day, c.window_from, c.window_to,
                   s.stop_id, s.code, s.name, s.place_key, p.name AS place_name, s.lat_e6, s.lon_e6
            FROM call c
            JOIN stop s ON s.region_id = c.region_id AND s.stop_id = c.stop_id
            JOIN place p ON p.region_id = s.region_id AND p.place_key = s.place_key
            WHERE c.region_id = :region AND c.state = 'PUBLISHED'
            """;

    private static final String IN_TIME_ORDER = " ORDER BY c.market_day, c.window_from, s.code";

    private final DatabaseClient db;

    CallStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Call> find(RegionId region, CallId call) {
        return db.sql(SELECT + " AND c.call_id = :call")
                .bind("region", region.value())
                .bind("call", call.value())
                .map(Rows::call)
                .one();
    }

    public Flux<Call> on(RegionId region, LocalDate day) {
        return db.sql(SELECT + " AND c.market_day = :day" + IN_TIME_ORDER)
                .bind("region", region.value())
                .bind("day", day)
                .map(Rows::call)
                .all();
    }

    /** The first call of each stop that does not end before that time of that day. */
    public Flux<Call> nextOfEachStop(RegionId region, LocalDate today, LocalTime now) {
        return db.sql(
                        "SELECT * FROM (SELECT DISTINCT ON (stop_id) * FROM ("
                                + SELECT
                                + """
                                 AND (c.market_day > :today OR c.market_day = :today AND c.window_to > :now)
                                ) future ORDER BY stop_id, market_day, window_from) next
                                ORDER BY market_day, window_from, code
                                """)
                .bind("region", region.value())
                .bind("today", today)
                .bind("now", now)
                .map(Rows::call)
                .all();
    }

    /** Calls of one stop that do not end before that time of that day, soonest first. */
    public Flux<Call> ofStop(
            RegionId region, String stopCode, LocalDate today, LocalTime now, int most) {
        return db.sql(
                        SELECT
                                + """
                                 AND s.code = :code
                                 AND (c.market_day > :today OR c.market_day = :today AND c.window_to > :now)
                                """
                                + IN_TIME_ORDER
                                + " LIMIT :most")
                .bind("region", region.value())
                .bind("code", stopCode)
                .bind("today", today)
                .bind("now", now)
                .bind("most", most)
                .map(Rows::call)
                .all();
    }

    public Flux<CallCapacity> capacity(RegionId region, CallId call) {
        return db.sql(
                        """
                        SELECT cold_class, total_millilitres, free_millilitres FROM call_capacity
                        WHERE region_id = :region AND call_id = :call ORDER BY cold_class
                        """)
                .bind("region", region.value())
                .bind("call", call.value())
                .map(
                        row ->
                                new CallCapacity(
                                        ColdClass.valueOf(Rows.text(row, "cold_class")),
                                        Rows.big(row, "total_millilitres"),
                                        Rows.big(row, "free_millilitres")))
                .all();
    }
}
