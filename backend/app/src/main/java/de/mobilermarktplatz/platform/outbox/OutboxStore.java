package de.mobilermarktplatz.platform.outbox;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outbox table: claims with a lease, notes of handlers that ran, retries. */
@Component
class OutboxStore {

    private final DatabaseClient db;

    OutboxStore(DatabaseClient db) {
        this.db = db;
    }

    record Claimed(UUID id, String type, String body, int attempts) {}

    /**
     * Takes up to {@code most} due facts for {@code lease}, in the order in which they were told;
     * whoever else asks meanwhile gets others. (An UPDATE returns its rows in whatever order the
     * plan met them, and a plan may run a subquery after IN more than once.)
     */
    Flux<Claimed> claim(Region region, Instant now, Duration lease, int most) {
        return db.sql(
                        """
                        WITH claimed AS (
                            UPDATE outbox SET due_at = :until, attempts = attempts + 1
                            WHERE region_id = :region AND fact_id = ANY (ARRAY(
                                SELECT fact_id FROM outbox
                                WHERE region_id = :region AND done_at IS NULL AND due_at <= :now
                                ORDER BY due_at, fact_id LIMIT :most FOR UPDATE SKIP LOCKED))
                            RETURNING fact_id, type, body::text AS body, attempts)
                        SELECT * FROM claimed ORDER BY fact_id
                        """)
                .bind("region", region.id().value())
                .bind("now", time(now))
                .bind("until", time(now.plus(lease)))
                .bind("most", most)
                .map(OutboxStore::claimed)
                .all();
    }

    /**
     * True when this handler has not yet run for this fact; the note is written in the caller's
     * transaction.
     */
    Mono<Boolean> noteHandled(Region region, UUID fact, String handler, Instant now) {
        return db.sql(
                        """
                        INSERT INTO outbox_handled (region_id, fact_id, handler, handled_at)
                        VALUES (:region, :fact, :handler, :now) ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("fact", fact)
                .bind("handler", handler)
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> done(Region region, UUID fact, Instant now) {
        return db.sql(
                        "UPDATE outbox SET done_at = :now, error = NULL WHERE region_id = :region AND fact_id = :fact")
                .bind("region", region.id().value())
                .bind("fact", fact)
                .bind("now", time(now))
                .then();
    }

    Mono<Void> retryLater(Region region, UUID fact, Instant due, String error) {
        return db.sql(
                        "UPDATE outbox SET due_at = :due, error = :error WHERE region_id = :region AND fact_id = :fact")
                .bind("region", region.id().value())
                .bind("fact", fact)
                .bind("due", time(due))
                .bind("error", error)
                .then();
    }

    private static Claimed claimed(Readable row) {
        return new Claimed(
                get(row, "fact_id", UUID.class),
                get(row, "type", String.class),
                get(row, "body", String.class),
                get(row, "attempts", Integer.class));
    }
}
