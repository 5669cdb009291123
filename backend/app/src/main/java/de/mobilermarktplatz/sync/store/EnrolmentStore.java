package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.Device;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One-time codes and whom they made. */
@Component
public class EnrolmentStore {

    private final DatabaseClient db;

    EnrolmentStore(DatabaseClient db) {
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

    /** Whom the code made or found. */
    public Mono<Void> note(Region region, byte[] hash, DeviceId device) {
        return db.sql(
                        "UPDATE enrolment_code SET device_id = :device WHERE region_id = :region AND code_hash = :hash")
                .bind("region", region.id().value())
                .bind("hash", hash)
                .bind("device", device.value())
                .then();
    }

    /**
     * The device that this request got with this code; empty unless the code still lives and both
     * belong together.
     */
    public Mono<Device> before(Region region, byte[] hash, Instant now, EnrolmentRequest request) {
        return db.sql(
                        DeviceRow.SELECT
                                + """
                                 AND public_key = :key AND journal_id = :journal AND EXISTS (
                                    SELECT 1 FROM enrolment_code c WHERE c.region_id = :region AND c.code_hash = :hash
                                        AND c.device_id = device.device_id AND c.expires_at > :now)
                                """)
                .bind("region", region.id().value())
                .bind("key", request.publicKey().toArray())
                .bind("journal", request.journal().value())
                .bind("hash", hash)
                .bind("now", time(now))
                .map(DeviceRow::of)
                .one();
    }

    /** The device that was enrolled with this journal, whoever asks. */
    public Mono<Device> withJournal(Region region, JournalId journal) {
        return db.sql(DeviceRow.SELECT + " AND journal_id = :journal")
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .map(DeviceRow::of)
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
}
