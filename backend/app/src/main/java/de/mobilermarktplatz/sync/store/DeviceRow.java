package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.sync.Device;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device with all its keys in one row. */
final class DeviceRow {

    /** To be followed by further conditions. */
    static final String SELECT =
            """
            SELECT device_id, till_number, name, public_key, journal_id, enrolled_at, revoked_at, stolen_since, waits_since,
                ARRAY(SELECT encode(k.public_key, 'hex') || '|' || (extract(epoch FROM k.valid_from) * 1000)::bigint
                        || '|' || (extract(epoch FROM k.valid_until) * 1000)::bigint
                    FROM device_key k WHERE k.region_id = device.region_id AND k.device_id = device.device_id
                    ORDER BY k.valid_from DESC, k.public_key) AS keys
            FROM device WHERE region_id = :region""";

    private DeviceRow() {}

    static Device of(Readable row) {
        return new Device(
                new DeviceId(get(row, "device_id", UUID.class)),
                get(row, "till_number", Integer.class),
                get(row, "name", String.class),
                Bytes.of(get(row, "public_key", byte[].class)),
                keys(row),
                new JournalId(get(row, "journal_id", UUID.class)),
                get(row, "enrolled_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                instant(row, "stolen_since"),
                instant(row, "waits_since"));
    }

    static List<DeviceKey> keys(Readable row) {
        return Arrays.stream(get(row, "keys", String[].class)).map(DeviceRow::key).toList();
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
