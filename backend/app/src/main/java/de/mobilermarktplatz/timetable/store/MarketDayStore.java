package de.mobilermarktplatz.timetable.store;

import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.timetable.MarketDay;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code market_day}. */
@Component
public class MarketDayStore {

    private final DatabaseClient db;

    MarketDayStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<MarketDay> find(RegionId region, LocalDate day) {
        return db.sql("SELECT day, state FROM market_day WHERE region_id = :region AND day = :day")
                .bind("region", region.value())
                .bind("day", day)
                .map(
                        row ->
                                new MarketDay(
                                        Rows.day(row, "day"),
                                        MarketDay.State.valueOf(Rows.text(row, "state"))))
                .one();
    }

    public Flux<MarketDay> from(RegionId region, LocalDate first) {
        return db.sql(
                        "SELECT day, state FROM market_day WHERE region_id = :region AND day >= :first ORDER BY day")
                .bind("region", region.value())
                .bind("first", first)
                .map(
                        row ->
                                new MarketDay(
                                        Rows.day(row, "day"),
                                        MarketDay.State.valueOf(Rows.text(row, "state"))))
                .all();
    }

    /** True when the day was in {@code expected} and now is in {@code next}. */
    public Mono<Boolean> move(
            RegionId region, LocalDate day, MarketDay.State expected, MarketDay.State next) {
        return db.sql(
                        """
                        UPDATE market_day SET state = :next
                        WHERE region_id = :region AND day = :day AND state = :expected
                        """)
                .bind("region", region.value())
                .bind("day", day)
                .bind("expected", expected.name())
                .bind("next", next.name())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
