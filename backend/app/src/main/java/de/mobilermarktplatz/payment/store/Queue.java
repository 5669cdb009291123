package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.RegionId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A table as a queue: rows with a time when they are due. Whoever claims a row moves that time past
 * a lease; whoever dies leaves it to the next.
 *
 * @param table its key is {@code region_id} and {@code id}
 * @param due column of the time, NULL when nothing is to be done
 * @param attempts column that counts the claims
 */
record Queue(String table, String id, String due, String attempts, Duration lease) {

    /** Takes due rows, the oldest first; whoever else asks meanwhile gets others. */
    DatabaseClient.GenericExecuteSpec claim(
            DatabaseClient db, RegionId region, Instant now, int most, String returning) {
        return db.sql(
                        """
                        UPDATE %1$s SET %3$s = :until, %4$s = %4$s + 1
                        WHERE region_id = :region AND %2$s = ANY (ARRAY(
                            SELECT %2$s FROM %1$s WHERE region_id = :region AND %3$s <= :now
                            ORDER BY %3$s, %2$s LIMIT :most FOR UPDATE SKIP LOCKED))
                        RETURNING %5$s
                        """
                                .formatted(table, id, due, attempts, returning))
                .bind("region", region.value())
                .bind("now", time(now))
                .bind("until", time(now.plus(lease)))
                .bind("most", most);
    }

    /** Puts a claimed row back until then. */
    Mono<Void> later(DatabaseClient db, RegionId region, Object key, Instant at) {
        return db.sql(
                        "UPDATE %s SET %s = :at WHERE region_id = :region AND %s = :key AND %2$s IS NOT NULL"
                                .formatted(table, due, id))
                .bind("region", region.value())
                .bind("key", key)
                .bind("at", time(at))
                .then();
    }
}
