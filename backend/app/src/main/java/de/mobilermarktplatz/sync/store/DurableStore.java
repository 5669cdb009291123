package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.VerifiedBackup;
import de.mobilermarktplatz.sync.domain.VerifiedBackup.Mark;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How much of the journals would survive the loss of this server. */
@Component
public class DurableStore {

    private final DatabaseClient db;

    DurableStore(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Raises marks, never lowers one. A mark counts only where this server holds the very same
     * entry: a note of another server, or of a history that was lost, changes nothing.
     *
     * @return how many journals are safer than before
     */
    public Mono<Long> raise(Region region, List<Mark> marks) {
        Columns<Mark> rows = Columns.of(marks);
        return db.sql(
                        """
                        UPDATE journal j SET durable = m.seq
                        FROM unnest(:journal::uuid[], :seq::bigint[], :hash::text[]) AS m(journal_id, seq, hash)
                        JOIN inbox i ON i.region_id = :region AND i.journal_id = m.journal_id AND i.seq = m.seq
                                    AND i.hash = decode(m.hash, 'hex')
                        WHERE j.region_id = :region AND j.journal_id = m.journal_id AND j.durable < m.seq
                        """)
                .bind("region", region.id().value())
                .bind("journal", rows.of(UUID.class, mark -> mark.journal().value()))
                .bind("seq", rows.longs(Mark::seq))
                .bind("hash", rows.of(String.class, mark -> mark.hash().hex()))
                .fetch()
                .rowsUpdated();
    }

    /** Notes the backup for the desk; told again, it stays as it was. */
    public Mono<Void> note(Region region, VerifiedBackup backup, long entries, Instant now) {
        return db.sql(
                        """
                        INSERT INTO verified_backup (region_id, name, taken_at, noticed_at, entries)
                        VALUES (:region, :name, :taken, :now, :entries)
                        ON CONFLICT (region_id, name) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("name", backup.name())
                .bind("taken", time(backup.takenAt()))
                .bind("now", time(now))
                .bind("entries", entries)
                .then();
    }

    /**
     * @param held entries that the journals hold
     * @param durable those among them that survive the loss of the server
     * @param lastBackup the newest verified one; {@link Instant#EPOCH} when there is none
     */
    public record Cover(long held, long durable, Instant lastBackup) {}

    public Mono<Cover> cover(Region region) {
        return db.sql(
                        """
                        SELECT coalesce(sum(acked), 0)::bigint AS held, coalesce(sum(durable), 0)::bigint AS durable,
                               coalesce((SELECT max(taken_at) FROM verified_backup WHERE region_id = :region), 'epoch') AS last
                        FROM journal WHERE region_id = :region
                        """)
                .bind("region", region.id().value())
                .map(
                        row ->
                                new Cover(
                                        get(row, "held", Long.class),
                                        get(row, "durable", Long.class),
                                        get(row, "last", Instant.class)))
                .one();
    }
}
