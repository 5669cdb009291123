package de.mobilermarktplatz.platform.outbox;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Where facts are written, in the same transaction as the change that they tell of. */
@Component
public class Outbox {

    private final DatabaseClient db;
    private final JsonMapper json;
    private final UuidV7 ids;
    private final InstantSource clock;

    Outbox(DatabaseClient db, JsonMapper json, UuidV7 ids, InstantSource clock) {
        this.db = db;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param fact a past-tense record; its simple name is stored as its type, so both live for ever
     */
    public Mono<Void> append(Object fact) {
        return Mono.deferContextual(
                context -> {
                    Region region = RegionContext.of(context).orElseThrow();
                    OffsetDateTime now = time(clock.instant());
                    return db.sql(
                                    """
                                    INSERT INTO outbox (region_id, fact_id, type, body, created_at, due_at)
                                    VALUES (:region, :fact, :type, :body::jsonb, :now, :now)
                                    """)
                            .bind("region", region.id().value())
                            .bind("fact", ids.next())
                            .bind("type", fact.getClass().getSimpleName())
                            .bind("body", json.writeValueAsString(fact))
                            .bind("now", now)
                            .then();
                });
    }
}
