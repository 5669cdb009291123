package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.CaseWrite.OpenCase;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Office cases and the server's epoch. */
@Component
public class CaseStore {

    private final DatabaseClient db;

    CaseStore(DatabaseClient db) {
        this.db = db;
    }

    /** Once: a case that was opened before, and perhaps settled, stays as it is. */
    public Mono<Void> open(Region region, OpenCase what) {
        OrderId order = what.order();
        return db.sql(
                        """
                        INSERT INTO exception_case (region_id, case_id, kind, journal_id, seq, order_id, detail, created_at)
                        VALUES (:region, :id, :kind, :journal, :seq, :order, :detail, :now)
                        ON CONFLICT (region_id, case_id) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("id", what.id())
                .bind("kind", what.kind())
                .bind("journal", what.journal().value())
                .bind("seq", what.seq())
                .bind("order", Values.nullable(UUID.class, order == null ? null : order.value()))
                .bind("detail", what.detail())
                .bind("now", time(what.now()))
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

    /** Raises the epoch to at least this; told twice, it rises once. */
    public Mono<Void> raiseEpoch(Region region, long epoch) {
        return db.sql(
                        """
                        INSERT INTO sync_epoch (region_id, epoch) VALUES (:region, :next)
                        ON CONFLICT (region_id) DO UPDATE SET epoch = greatest(sync_epoch.epoch, :next)
                        """)
                .bind("region", region.id().value())
                .bind("next", epoch)
                .then();
    }
}
