package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.JournalState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who read which second copy, and what came of it. */
@Component
public class RecoveryStore {

    private final DatabaseClient db;
    private final UuidV7 ids;

    RecoveryStore(DatabaseClient db, UuidV7 ids) {
        this.db = db;
        this.ids = ids;
    }

    /** What is held of a journal; empty for an unknown one. */
    public Mono<JournalState> held(Region region, JournalId journal) {
        return db.sql(
                        """
                        SELECT acked, head_hash, start_hash FROM journal
                        WHERE region_id = :region AND journal_id = :journal
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .map(
                        row ->
                                new JournalState(
                                        journal,
                                        get(row, "acked", Long.class),
                                        Bytes.of(get(row, "head_hash", byte[].class)),
                                        Bytes.of(get(row, "start_hash", byte[].class))))
                .one();
    }

    /**
     * @param findings German words
     */
    public Mono<Void> note(
            Region region, @Nullable PersonId person, String file, String findings, Instant now) {
        return db.sql(
                        """
                        INSERT INTO recovery (region_id, recovery_id, recovered_at, person_id, file_name, findings)
                        VALUES (:region, :id, :now, :person, :file, :findings)
                        """)
                .bind("region", region.id().value())
                .bind("id", ids.next())
                .bind("now", time(now))
                .bind("person", Values.nullable(UUID.class, person == null ? null : person.value()))
                .bind("file", file)
                .bind("findings", findings)
                .then();
    }
}
