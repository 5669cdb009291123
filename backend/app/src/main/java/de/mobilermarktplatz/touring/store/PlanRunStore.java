package de.mobilermarktplatz.touring.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.PlanRun;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code tour_run}: one row for each market day, and the lock of its planning. */
@Component
public class PlanRunStore {

    /** A run that has not beaten for so long belongs to a process that died. */
    public static final Duration DEAD_AFTER = Duration.ofMinutes(1);

    private static final String SELECT =
            """
            SELECT run_id, market_day, state, percent, started_by, started_at
            FROM tour_run WHERE region_id = :region AND market_day = :day
            """;

    private final DatabaseClient db;

    PlanRunStore(DatabaseClient db) {
        this.db = db;
    }

    /** True for exactly one of those who ask while no other run of the day is alive. */
    public Mono<Boolean> claim(Region region, LocalDate day, UUID run, String by, Instant now) {
        return db.sql(
                        """
                        INSERT INTO tour_run (region_id, market_day, run_id, state, percent, cancel_wanted, started_by,
                            started_at, beat_at)
                        VALUES (:region, :day, :run, 'RUNNING', 0, false, :by, :now, :now)
                        ON CONFLICT (region_id, market_day) DO UPDATE SET run_id = excluded.run_id, state = 'RUNNING',
                            percent = 0, cancel_wanted = false, started_by = excluded.started_by,
                            started_at = excluded.started_at, beat_at = excluded.beat_at, ended_at = NULL
                        WHERE tour_run.state <> 'RUNNING' OR tour_run.beat_at < :dead
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .bind("run", run)
                .bind("by", by)
                .bind("now", time(now))
                .bind("dead", time(now.minus(DEAD_AFTER)))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Notes progress; true when the run shall stop, because somebody wants it or it was taken over.
     */
    public Mono<Boolean> beat(Region region, LocalDate day, UUID run, int percent, Instant now) {
        return db.sql(
                        """
                        UPDATE tour_run SET percent = :percent, beat_at = :now
                        WHERE region_id = :region AND market_day = :day AND run_id = :run AND state = 'RUNNING'
                        RETURNING cancel_wanted
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .bind("run", run)
                .bind("percent", percent)
                .bind("now", time(now))
                .map(row -> get(row, "cancel_wanted", Boolean.class))
                .one()
                .defaultIfEmpty(true);
    }

    /**
     * True when the run still was the one that runs; its row stays locked until the caller commits.
     */
    public Mono<Boolean> end(
            Region region, LocalDate day, UUID run, PlanRun.State state, Instant now) {
        return db.sql(
                        """
                        UPDATE tour_run SET state = :state, percent = 100, ended_at = :now
                        WHERE region_id = :region AND market_day = :day AND run_id = :run AND state = 'RUNNING'
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .bind("run", run)
                .bind("state", state.name())
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Boolean> wantCancel(Region region, LocalDate day) {
        return db.sql(
                        """
                        UPDATE tour_run SET cancel_wanted = true
                        WHERE region_id = :region AND market_day = :day AND state = 'RUNNING'
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<PlanRun> find(Region region, LocalDate day) {
        return one(SELECT, region, day);
    }

    /** Keeps planning and release of a day apart until the caller's transaction ends. */
    public Mono<PlanRun> lock(Region region, LocalDate day) {
        return one(SELECT + " FOR UPDATE", region, day);
    }

    private Mono<PlanRun> one(String sql, Region region, LocalDate day) {
        return db.sql(sql)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(PlanRunStore::run)
                .one();
    }

    private static PlanRun run(Readable row) {
        return new PlanRun(
                get(row, "run_id", UUID.class),
                get(row, "market_day", LocalDate.class),
                PlanRun.State.valueOf(get(row, "state", String.class)),
                get(row, "percent", Integer.class),
                get(row, "started_by", String.class),
                get(row, "started_at", Instant.class));
    }
}
