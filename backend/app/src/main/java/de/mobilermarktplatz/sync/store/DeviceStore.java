package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.Device;
import io.r2dbc.spi.Parameter;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tablets. */
@Component
public class DeviceStore {

    private final DatabaseClient db;
    private final DeviceKeyStore keys;

    DeviceStore(DatabaseClient db, DeviceKeyStore keys) {
        this.db = db;
        this.keys = keys;
    }

    /** With all its keys. */
    public Mono<Void> insert(Region region, Device device) {
        return db.sql(
                        """
                        INSERT INTO device (region_id, device_id, till_number, name, public_key, journal_id, enrolled_at,
                            waits_since)
                        VALUES (:region, :device, :till, :name, :key, :journal, :now, :waits)
                        """)
                .bind("region", region.id().value())
                .bind("device", device.id().value())
                .bind("till", device.tillNumber())
                .bind("name", device.name())
                .bind("key", device.publicKey().toArray())
                .bind("journal", device.journal().value())
                .bind("now", time(device.enrolledAt()))
                .bind("waits", nullable(device.waitsSince()))
                .then()
                .thenMany(Flux.fromIterable(device.keys()))
                .concatMap(key -> keys.add(region, device.id(), key))
                .then();
    }

    public Mono<Device> find(Region region, DeviceId device) {
        return db.sql(DeviceRow.SELECT + " AND device_id = :device")
                .bind("region", region.id().value())
                .bind("device", device.value())
                .map(DeviceRow::of)
                .one();
    }

    /** The device that writes, or once wrote, this journal. */
    public Mono<Device> ofJournal(Region region, JournalId journal) {
        return db.sql(
                        DeviceRow.SELECT
                                + """
                                 AND device_id = (SELECT j.device_id FROM journal j
                                    WHERE j.region_id = :region AND j.journal_id = :journal)
                                """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .map(DeviceRow::of)
                .one();
    }

    /** By till number; two may have the same. */
    public Flux<Device> all(Region region) {
        return db.sql(DeviceRow.SELECT + " ORDER BY till_number, enrolled_at, device_id")
                .bind("region", region.id().value())
                .map(DeviceRow::of)
                .all();
    }

    /** Whether a device prints this number already. */
    public Mono<Boolean> hasTill(Region region, int till) {
        return db.sql(
                        "SELECT 1 FROM device WHERE region_id = :region AND till_number = :till LIMIT 1")
                .bind("region", region.id().value())
                .bind("till", till)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** The desk knows a tablet that waited for it. */
    public Mono<Void> letIn(Region region, DeviceId device) {
        return db.sql(
                        "UPDATE device SET waits_since = NULL WHERE region_id = :region AND device_id = :device")
                .bind("region", region.id().value())
                .bind("device", device.value())
                .then();
    }

    /** The first time counts; a theft that is noticed later is added. */
    public Mono<Void> revoke(
            Region region,
            DeviceId device,
            Instant now,
            @Nullable Instant stolenSince,
            @Nullable String note) {
        return db.sql(
                        """
                        UPDATE device SET revoked_at = coalesce(revoked_at, :now),
                            stolen_since = coalesce(:stolen, stolen_since), revoke_note = coalesce(:note, revoke_note)
                        WHERE region_id = :region AND device_id = :device
                        """)
                .bind("region", region.id().value())
                .bind("device", device.value())
                .bind("now", time(now))
                .bind("stolen", nullable(stolenSince))
                .bind("note", Values.nullable(String.class, note))
                .then();
    }

    private static Parameter nullable(@Nullable Instant when) {
        return Values.nullable(OffsetDateTime.class, when == null ? null : time(when));
    }
}
