package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
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
