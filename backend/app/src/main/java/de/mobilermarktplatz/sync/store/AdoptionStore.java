package de.mobilermarktplatz.sync.store;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.region.Region;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Journals of entries that were adopted. */
@Component
public class AdoptionStore {

    private final DatabaseClient db;

    AdoptionStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Void> ensure(Region region, JournalId journal, DeviceId device, Bytes start) {
        return db.sql(
                        """
                        INSERT INTO journal (region_id, journal_id, device_id, start_hash, acked, head_hash)
                        VALUES (:region, :journal, :device, :start, 0, :start)
                        ON CONFLICT (region_id, journal_id) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("device", device.value())
                .bind("start", start.toArray())
                .then();
    }
}
