package de.mobilermarktplatz.platform.jobs;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who may run a job next: one row per (region, job); no session locks, which two nodes can both
 * hold.
 */
@Component
class JobLeases {

    private final DatabaseClient db;

    JobLeases(DatabaseClient db) {
        this.db = db;
    }

    /** True for exactly one caller until {@code every} has passed. */
    Mono<Boolean> take(Region region, String job, Instant now, Duration every) {
        return db.sql(
                        """
                        INSERT INTO job_lease (region_id, job, next_at) VALUES (:region, :job, :next)
                        ON CONFLICT (region_id, job) DO UPDATE SET next_at = :next WHERE job_lease.next_at <= :now
                        """)
                .bind("region", region.id().value())
                .bind("job", job)
                .bind("now", time(now))
                .bind("next", time(now.plus(every)))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
