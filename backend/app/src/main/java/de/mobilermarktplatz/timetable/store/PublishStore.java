package de.mobilermarktplatz.timetable.store;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.timetable.domain.PlannedCall;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes calls that patterns ask for; what is published already stays untouched. */
@Component
public class PublishStore {

    private final DatabaseClient db;

    PublishStore(DatabaseClient db) {
        this.db = db;
    }

    /** True when the day was no market day before. */
    public Mono<Boolean> openDay(RegionId region, LocalDate day) {
        return db.sql(
                        "INSERT INTO market_day (region_id, day, state) VALUES (:region, :day, 'OPEN') ON CONFLICT DO NOTHING")
                .bind("region", region.value())
                .bind("day", day)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * True when the call is new; false when it was there already or its day takes no more calls.
     * The day must have been opened.
     */
    public Mono<Boolean> publish(
            RegionId region, CallId id, StoredPattern pattern, PlannedCall planned) {
        return insert(region, id, pattern, planned)
                .filter(rows -> rows == 1)
                .flatMap(rows -> capacities(region, id, pattern).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Never into a day whose tours are fixed. */
    private Mono<Long> insert(
            RegionId region, CallId id, StoredPattern pattern, PlannedCall planned) {
        return db.sql(
                        """
                        INSERT INTO call (region_id, call_id, stop_id, market_day, window_from, window_to, pattern_id)
                        SELECT :region, :id, :stop, day, :from, :to, :pattern FROM market_day
                        WHERE region_id = :region AND day = :day AND state = 'OPEN'
                        ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("id", id.value())
                .bind("stop", pattern.stop().value())
                .bind("day", planned.day())
                .bind("from", planned.from())
                .bind("to", planned.to())
                .bind("pattern", pattern.id())
                .fetch()
                .rowsUpdated();
    }

    /** All cold classes at once: a county's first eight weeks are thousands of calls. */
    private Mono<Void> capacities(RegionId region, CallId id, StoredPattern pattern) {
        ColdClass[] classes = ColdClass.values();
        return db.sql(
                        """
                        INSERT INTO call_capacity
                            (region_id, call_id, cold_class, total_millilitres, free_millilitres)
                        SELECT :region, :id, class, room, room
                        FROM unnest(:classes::text[], :rooms::bigint[]) AS t(class, room)
                        """)
                .bind("region", region.value())
                .bind("id", id.value())
                .bind("classes", Arrays.stream(classes).map(Enum::name).toArray(String[]::new))
                .bind(
                        "rooms",
                        Arrays.stream(classes)
                                .map(cold -> pattern.millilitres().getOrDefault(cold, 0L))
                                .toArray(Long[]::new))
                .then();
    }
}
