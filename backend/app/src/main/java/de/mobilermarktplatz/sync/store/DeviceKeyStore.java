package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Devices' keys over time; none is ever deleted, because what it signed must stay provable. */
@Component
public class DeviceKeyStore {

    private final DatabaseClient db;

    DeviceKeyStore(DatabaseClient db) {
        this.db = db;
    }

    /** A key that is there already stays as it is. */
    public Mono<Void> add(Region region, DeviceId device, DeviceKey key) {
        return db.sql(
                        """
                        INSERT INTO device_key (region_id, device_id, public_key, valid_from, valid_until)
                        VALUES (:region, :device, :key, :from, :until)
                        ON CONFLICT (region_id, device_id, public_key) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("device", device.value())
                .bind("key", key.publicKey().toArray())
                .bind("from", time(key.validFrom()))
                .bind("until", time(key.validUntil()))
                .then();
    }

    /** Keys older than this one end then, unless they end earlier; later ones stay. */
    public Mono<Void> endOlder(Region region, DeviceId device, DeviceKey newer, Instant end) {
        return db.sql(
                        """
                        UPDATE device_key SET valid_until = least(valid_until, :end)
                        WHERE region_id = :region AND device_id = :device AND public_key <> :newer
                            AND valid_from <= :from
                        """)
                .bind("region", region.id().value())
                .bind("device", device.value())
                .bind("newer", newer.publicKey().toArray())
                .bind("from", time(newer.validFrom()))
                .bind("end", time(end))
                .then();
    }

    /** The newest key lives at least until then. */
    public Mono<Void> prolong(Region region, DeviceId device, Instant until) {
        return db.sql(
                        """
                        UPDATE device_key SET valid_until = greatest(valid_until, :until)
                        WHERE region_id = :region AND device_id = :device AND valid_from =
                            (SELECT max(k.valid_from) FROM device_key k WHERE k.region_id = :region AND k.device_id = :device)
                        """)
                .bind("region", region.id().value())
                .bind("device", device.value())
                .bind("until", time(until))
                .then();
    }
}
