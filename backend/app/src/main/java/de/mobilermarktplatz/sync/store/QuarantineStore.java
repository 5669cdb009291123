package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.KeptBatch;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was kept apart, and what people decided about it. */
@Component
public class QuarantineStore {

    private static final String COLUMNS =
            """
            SELECT q.quarantine_id, q.device_id, q.journal_id, q.reason, q.body, q.received_at,
                r.released_at, r.reason AS why, r.entries, r.fresh
            FROM quarantine q
            LEFT JOIN quarantine_release r ON r.region_id = q.region_id AND r.quarantine_id = q.quarantine_id
            WHERE q.region_id = :region
            """;

    private final DatabaseClient db;

    QuarantineStore(DatabaseClient db) {
        this.db = db;
    }

    /** Those that wait first, then by their arrival; at most {@code most}. */
    public Flux<KeptBatch> all(Region region, int most) {
        return db.sql(
                        COLUMNS
                                + " ORDER BY r.released_at IS NOT NULL, q.received_at, q.quarantine_id LIMIT :most")
                .bind("region", region.id().value())
                .bind("most", most)
                .map(QuarantineStore::kept)
                .all();
    }

    public Mono<KeptBatch> find(Region region, UUID id) {
        return db.sql(COLUMNS + " AND q.quarantine_id = :id")
                .bind("region", region.id().value())
                .bind("id", id)
                .map(QuarantineStore::kept)
                .one();
    }

    /** Last sequence held of a journal. */
    public Mono<Long> acked(Region region, JournalId journal) {
        return db.sql(
                        "SELECT acked FROM journal WHERE region_id = :region AND journal_id = :journal")
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .map(row -> get(row, "acked", Long.class))
                .one();
    }

    /** Chain head before an entry; empty when it is not held. */
    public Mono<Bytes> headBefore(Region region, JournalId journal, long seq) {
        return db.sql(
                        """
                        SELECT start_hash AS head FROM journal
                        WHERE region_id = :region AND journal_id = :journal AND :seq = 1::bigint
                        UNION ALL
                        SELECT hash FROM inbox
                        WHERE region_id = :region AND journal_id = :journal AND seq = :seq - 1
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("seq", seq)
                .map(row -> Bytes.of(get(row, "head", byte[].class)))
                .one();
    }

    /** The first decision stays. */
    public Mono<Void> release(
            Region region, UUID id, @Nullable PersonId person, KeptBatch.Release release) {
        return db.sql(
                        """
                        INSERT INTO quarantine_release
                            (region_id, quarantine_id, released_at, person_id, reason, entries, fresh)
                        VALUES (:region, :id, :now, :person, :reason, :entries, :fresh)
                        ON CONFLICT (region_id, quarantine_id) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("id", id)
                .bind("now", time(release.at()))
                .bind("person", Values.nullable(UUID.class, person == null ? null : person.value()))
                .bind("reason", release.reason())
                .bind("entries", release.entries())
                .bind("fresh", release.fresh())
                .then();
    }

    private static KeptBatch kept(Readable row) {
        OffsetDateTime released = row.get("released_at", OffsetDateTime.class);
        return new KeptBatch(
                get(row, "quarantine_id", UUID.class),
                new DeviceId(get(row, "device_id", UUID.class)),
                new JournalId(get(row, "journal_id", UUID.class)),
                get(row, "reason", String.class),
                get(row, "body", byte[].class),
                get(row, "received_at", OffsetDateTime.class).toInstant(),
                released == null
                        ? null
                        : new KeptBatch.Release(
                                released.toInstant(),
                                get(row, "why", String.class),
                                get(row, "entries", Long.class),
                                get(row, "fresh", Long.class)));
    }
}
