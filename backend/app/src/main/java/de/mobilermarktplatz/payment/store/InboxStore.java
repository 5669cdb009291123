package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.RegionId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code stripe_event}: every webhook once, unique in region and event. */
@Component
public class InboxStore {

    private static final Queue QUEUE =
            new Queue("stripe_event", "event_id", "due_at", "attempts", Duration.ofMinutes(1));

    private final DatabaseClient db;

    InboxStore(DatabaseClient db) {
        this.db = db;
    }

    public record Stored(String id, String payload, int attempts) {}

    /** False when the event was here before. */
    public Mono<Boolean> store(
            RegionId region, String event, String type, String payload, Instant now) {
        return db.sql(
                        """
                        INSERT INTO stripe_event (region_id, event_id, type, payload, received_at, due_at, attempts)
                        VALUES (:region, :event, :type, :payload, :now, :now, 0)
                        ON CONFLICT (region_id, event_id) DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("event", event)
                .bind("type", type)
                .bind("payload", payload)
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Flux<Stored> claim(RegionId region, Instant now, int most) {
        return QUEUE.claim(db, region, now, most, "event_id, payload, attempts")
                .map(
                        row ->
                                new Stored(
                                        get(row, "event_id", String.class),
                                        get(row, "payload", String.class),
                                        get(row, "attempts", Integer.class)))
                .all();
    }

    public Mono<Void> done(RegionId region, String event, String outcome) {
        return db.sql(
                        """
                        UPDATE stripe_event SET due_at = NULL, outcome = :outcome
                        WHERE region_id = :region AND event_id = :event
                        """)
                .bind("region", region.value())
                .bind("event", event)
                .bind("outcome", outcome)
                .then();
    }

    public Mono<Void> later(RegionId region, String event, Instant due) {
        return QUEUE.later(db, region, event, due);
    }
}
