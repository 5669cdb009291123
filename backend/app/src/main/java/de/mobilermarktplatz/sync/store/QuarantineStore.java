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
import de.mobilermarktplatz.sync.domain.CaseWrite.KeptLink;
import de.mobilermarktplatz.sync.domain.CaseWrite.Quarantine;
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
            LEFT JOIN kept_link l ON l.region_id = q.region_id AND l.quarantine_id = q.quarantine_id
            LEFT JOIN quarantine_release r ON r.region_id = q.region_id AND r.quarantine_id = q.quarantine_id
            WHERE q.region_id = :region
            """;

    private final DatabaseClient db;

    QuarantineStore(DatabaseClient db) {
        this.db = db;
    }

    /** A tablet tries again for ever: the same body is kept once, not once a minute. */
    public Mono<Void> keep(Region region, DeviceId device, Quarantine kept) {
        byte[] body = kept.body().toArray();
        return db.sql(
                        """
                        INSERT INTO quarantine (region_id, quarantine_id, journal_id, device_id, reason, body, received_at)
                        VALUES (:region, :id, :journal, :device, :reason, :body, :now)
                        ON CONFLICT (region_id, quarantine_id) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("id", id(body))
                .bind("journal", kept.journal().value())
                .bind("device", device.value())
                .bind("reason", kept.reason())
                .bind("body", body)
                .bind("now", time(kept.now()))
                .then()
                .then(Mono.defer(() -> link(region, kept)));
    }

    private Mono<Void> link(Region region, Quarantine kept) {
        KeptLink link = kept.link();
        return link == null
                ? Mono.empty()
                : link(region, id(kept.body().toArray()), kept.journal(), kept.reason(), link);
    }

    /** Where the entries of a kept body stand; told again it stays as it was. */
    public Mono<Void> link(
            Region region, UUID body, JournalId journal, String reason, KeptLink link) {
        return db.sql(
                        """
                        INSERT INTO kept_link
                            (region_id, journal_id, upto_seq, head_hash, from_seq, reason, quarantine_id)
                        VALUES (:region, :journal, :upto, :head, :from, :reason, :body)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("upto", link.upTo())
                .bind("head", link.head().toArray())
                .bind("from", link.from())
                .bind("reason", reason)
                .bind("body", body)
                .then();
    }

    private static UUID id(byte[] body) {
        return UUID.nameUUIDFromBytes(body);
    }

    /** Those that wait first, then by their arrival; at most {@code most}. */
    public Flux<KeptBatch> all(Region region, int most) {
        return db.sql(
                        COLUMNS
                                + " ORDER BY r.released_at IS NOT NULL, q.received_at, l.from_seq, q.quarantine_id LIMIT :most")
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

    /**
     * Whether what stands before it is kept apart too and was released, so that it is elsewhere.
     */
    public Mono<Boolean> followsReleased(Region region, JournalId journal, long from) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM kept_link l JOIN quarantine_release r
                              ON r.region_id = l.region_id AND r.quarantine_id = l.quarantine_id
                            WHERE l.region_id = :region AND l.journal_id = :journal AND l.upto_seq = :before) AS follows
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("before", from - 1)
                .map(row -> get(row, "follows", Boolean.class))
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

    /** Chain heads before an entry, held or kept apart; a forked journal has several. */
    public Flux<Bytes> headsBefore(Region region, JournalId journal, long seq) {
        return db.sql(
                        """
                        SELECT start_hash AS head FROM journal
                        WHERE region_id = :region AND journal_id = :journal AND :seq = 1::bigint
                        UNION ALL
                        SELECT hash FROM inbox
                        WHERE region_id = :region AND journal_id = :journal AND seq = :seq - 1
                        UNION ALL
                        SELECT head_hash FROM kept_link
                        WHERE region_id = :region AND journal_id = :journal AND upto_seq = :seq - 1
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("seq", seq)
                .map(row -> Bytes.of(get(row, "head", byte[].class)))
                .all();
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
