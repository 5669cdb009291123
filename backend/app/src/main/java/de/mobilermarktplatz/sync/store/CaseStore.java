package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.Effect;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Office cases, quarantine and the server's epoch. */
@Component
public class CaseStore {

    private final DatabaseClient db;
    private final UuidV7 ids;

    CaseStore(DatabaseClient db, UuidV7 ids) {
        this.db = db;
        this.ids = ids;
    }

    public Mono<Void> open(Region region, JournalId journal, Effect.OfficeCase what, Instant now) {
        OrderId order = what.order();
        return db.sql(
                        """
                        INSERT INTO exception_case (region_id, case_id, kind, journal_id, seq, order_id, detail, created_at)
                        VALUES (:region, :id, :kind, :journal, :seq, :order, :detail, :now)
                        """)
                .bind("region", region.id().value())
                .bind("id", ids.next())
                .bind("kind", what.kind())
                .bind("journal", journal.value())
                .bind("seq", what.seq())
                .bind("order", Values.nullable(UUID.class, order == null ? null : order.value()))
                .bind("detail", what.detail())
                .bind("now", time(now))
                .then();
    }

    public Mono<Void> quarantine(
            Region region,
            JournalId journal,
            DeviceId device,
            String reason,
            byte[] body,
            Instant now) {
        // A tablet tries again for ever: the same body is kept once, not once a minute.
        UUID id = UUID.nameUUIDFromBytes(body);
        return db.sql(
                        """
                        INSERT INTO quarantine (region_id, quarantine_id, journal_id, device_id, reason, body, received_at)
                        VALUES (:region, :id, :journal, :device, :reason, :body, :now)
                        ON CONFLICT (region_id, quarantine_id) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("id", id)
                .bind("journal", journal.value())
                .bind("device", device.value())
                .bind("reason", reason)
                .bind("body", body)
                .bind("now", time(now))
                .then();
    }

    /** The epoch, 1 at the beginning. */
    public Mono<Long> epoch(Region region) {
        return db.sql(
                        "SELECT coalesce(max(epoch), 1) AS epoch FROM sync_epoch WHERE region_id = :region")
                .bind("region", region.id().value())
                .map(row -> get(row, "epoch", Long.class))
                .one();
    }

    /**
     * Raises the epoch above what any tablet has seen; told twice by the same tablet, it rises
     * once.
     */
    public Mono<Long> raiseEpoch(Region region, long seen) {
        return db.sql(
                        """
                        INSERT INTO sync_epoch (region_id, epoch) VALUES (:region, :next)
                        ON CONFLICT (region_id) DO UPDATE SET epoch = greatest(sync_epoch.epoch, :next)
                        RETURNING epoch
                        """)
                .bind("region", region.id().value())
                .bind("next", seen + 1)
                .map(row -> get(row, "epoch", Long.class))
                .one();
    }
}
