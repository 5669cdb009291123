package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.Device;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One-time codes and devices. */
@Component
public class DeviceStore {

    private static final String COLUMNS =
            """
            SELECT device_id, till_number, name, public_key, journal_id, enrolled_at, revoked_at, stolen_since,
                ARRAY(SELECT encode(k.public_key, 'hex') || '|' || (extract(epoch FROM k.valid_from) * 1000)::bigint
                        || '|' || (extract(epoch FROM k.valid_until) * 1000)::bigint
                    FROM device_key k WHERE k.region_id = device.region_id AND k.device_id = device.device_id
                    ORDER BY k.valid_from DESC, k.public_key) AS keys
            FROM device WHERE region_id = :region""";

    private final DatabaseClient db;

    DeviceStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Void> insertCode(Region region, byte[] hash, Instant now, Instant expires) {
        return db.sql(
                        """
                        INSERT INTO enrolment_code (region_id, code_hash, created_at, expires_at)
                        VALUES (:region, :hash, :now, :expires)
                        """)
                .bind("region", region.id().value())
                .bind("hash", hash)
                .bind("now", time(now))
                .bind("expires", time(expires))
                .then();
    }

    /** True for exactly one caller per valid code. */
    public Mono<Boolean> useCode(Region region, byte[] hash, Instant now) {
        return db.sql(
                        """
                        UPDATE enrolment_code SET used_at = :now
                        WHERE region_id = :region AND code_hash = :hash AND used_at IS NULL AND expires_at > :now
                        """)
                .bind("region", region.id().value())
                .bind("hash", hash)
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * The device that this request made with this code; empty unless the code still lives and both
     * belong together.
     */
    public Mono<Device> enrolledBefore(
            Region region, byte[] hash, Instant now, EnrolmentRequest request) {
        return db.sql(
                        COLUMNS
                                + """
                                 AND public_key = :key AND journal_id = :journal AND EXISTS (
                                    SELECT 1 FROM enrolment_code c WHERE c.region_id = :region AND c.code_hash = :hash
                                        AND c.used_at = device.enrolled_at AND c.expires_at > :now)
                                """)
                .bind("region", region.id().value())
                .bind("key", request.publicKey().toArray())
                .bind("journal", request.journal().value())
                .bind("hash", hash)
                .bind("now", time(now))
                .map(DeviceStore::device)
                .one();
    }

    /**
     * The next till number; the caller holds the lock that makes enrolments wait for each other.
     */
    public Mono<Integer> nextTillNumber(Region region) {
        return db.sql(
                        "SELECT coalesce(max(till_number), 0) + 1 AS next FROM device WHERE region_id = :region")
                .bind("region", region.id().value())
                .map(row -> get(row, "next", Integer.class))
                .one();
    }

    /** This till number unless another device has it by now; then the next one. */
    public Mono<Integer> freeTillNumber(Region region, int wanted) {
        return db.sql(
                        """
                        SELECT CASE WHEN EXISTS (SELECT 1 FROM device WHERE region_id = :region AND till_number = :wanted)
                            THEN (SELECT max(till_number) + 1 FROM device WHERE region_id = :region)
                            ELSE :wanted END AS till
                        """)
                .bind("region", region.id().value())
                .bind("wanted", wanted)
                .map(row -> get(row, "till", Integer.class))
                .one();
    }

    public Mono<Void> insert(Region region, Device device) {
        return db.sql(
                        """
                        INSERT INTO device (region_id, device_id, till_number, name, public_key, journal_id, enrolled_at)
                        VALUES (:region, :device, :till, :name, :key, :journal, :now)
                        """)
                .bind("region", region.id().value())
                .bind("device", device.id().value())
                .bind("till", device.tillNumber())
                .bind("name", device.name())
                .bind("key", device.publicKey().toArray())
                .bind("journal", device.journal().value())
                .bind("now", time(device.enrolledAt()))
                .then()
                .thenMany(Flux.fromIterable(device.keys()))
                .concatMap(key -> addKey(region, device.id(), key))
                .then();
    }

    /** A key that is there already stays as it is. */
    public Mono<Void> addKey(Region region, DeviceId device, DeviceKey key) {
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

    /** The device's other keys end then, unless they end earlier. */
    public Mono<Void> endOtherKeys(Region region, DeviceId device, Bytes newest, Instant end) {
        return db.sql(
                        """
                        UPDATE device_key SET valid_until = least(valid_until, :end)
                        WHERE region_id = :region AND device_id = :device AND public_key <> :newest
                        """)
                .bind("region", region.id().value())
                .bind("device", device.value())
                .bind("newest", newest.toArray())
                .bind("end", time(end))
                .then();
    }

    public Mono<Device> find(Region region, DeviceId device) {
        return db.sql(COLUMNS + " AND device_id = :device")
                .bind("region", region.id().value())
                .bind("device", device.value())
                .map(DeviceStore::device)
                .one();
    }

    /** The device that writes, or once wrote, this journal. */
    public Mono<Device> ofJournal(Region region, JournalId journal) {
        return db.sql(
                        COLUMNS
                                + """
                                 AND device_id = (SELECT j.device_id FROM journal j
                                    WHERE j.region_id = :region AND j.journal_id = :journal)
                                """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .map(DeviceStore::device)
                .one();
    }

    /** Its newest key lives at least until then. */
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

    public Flux<Device> all(Region region) {
        return db.sql(COLUMNS + " ORDER BY till_number")
                .bind("region", region.id().value())
                .map(DeviceStore::device)
                .all();
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
                .bind(
                        "stolen",
                        Values.nullable(
                                OffsetDateTime.class,
                                stolenSince == null ? null : time(stolenSince)))
                .bind("note", Values.nullable(String.class, note))
                .then();
    }

    private static Device device(Readable row) {
        return new Device(
                new DeviceId(get(row, "device_id", UUID.class)),
                get(row, "till_number", Integer.class),
                get(row, "name", String.class),
                Bytes.of(get(row, "public_key", byte[].class)),
                keys(row),
                new JournalId(get(row, "journal_id", UUID.class)),
                get(row, "enrolled_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                instant(row, "stolen_since"));
    }

    static List<DeviceKey> keys(Readable row) {
        return Arrays.stream(get(row, "keys", String[].class)).map(DeviceStore::key).toList();
    }

    private static DeviceKey key(String row) {
        String[] parts = row.split("\\|");
        return new DeviceKey(
                Bytes.ofHex(parts[0]),
                Instant.ofEpochMilli(Long.parseLong(parts[1])),
                Instant.ofEpochMilli(Long.parseLong(parts[2])));
    }

    private static @Nullable Instant instant(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
