package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.DeviceView;
import de.mobilermarktplatz.sync.domain.HeldJournal;
import de.mobilermarktplatz.sync.domain.HeldJournal.Place;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.domain.KeptHead;
import de.mobilermarktplatz.sync.domain.Needs;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is held of a journal, for the core: two statements a batch. */
@Component
public class HeldStore {

    private final DatabaseClient db;

    HeldStore(DatabaseClient db) {
        this.db = db;
    }

    /** The locked journal with its device. */
    public record Locked(
            DeviceView device, JournalState state, long durable, long epoch, long apart) {

        public HeldJournal journal(Entries entries, Map<Long, OpId> receipts) {
            return new HeldJournal(
                    state,
                    durable,
                    epoch,
                    entries.overlap(),
                    entries.known(),
                    receipts,
                    apart,
                    entries.kept());
        }
    }

    /** What the inboxes say about what arrives. */
    public record Entries(Map<Long, Bytes> overlap, Map<OpId, Place> known, List<KeptHead> kept) {}

    /** Holds the journal until the end of the transaction; empty if the device has no such one. */
    public Mono<Locked> lock(Region region, DeviceId device, JournalId journal) {
        return db.sql(
                        """
                        SELECT j.acked, j.head_hash, j.start_hash, j.durable, d.till_number, d.revoked_at,
                            ARRAY(SELECT encode(k.public_key, 'hex') || '|'
                                    || (extract(epoch FROM k.valid_from) * 1000)::bigint || '|'
                                    || (extract(epoch FROM k.valid_until) * 1000)::bigint
                                FROM device_key k WHERE k.region_id = :region AND k.device_id = :device
                                ORDER BY k.valid_from DESC, k.public_key) AS keys,
                            (SELECT coalesce(max(e.epoch), 1) FROM sync_epoch e WHERE e.region_id = :region) AS epoch,
                            (SELECT count(*) FROM quarantine q WHERE q.region_id = :region AND q.device_id = :device
                                AND NOT EXISTS (SELECT 1 FROM quarantine_release r
                                    WHERE r.region_id = :region AND r.quarantine_id = q.quarantine_id)) AS apart
                        FROM journal j JOIN device d ON d.region_id = j.region_id AND d.device_id = j.device_id
                        WHERE j.region_id = :region AND j.journal_id = :journal AND j.device_id = :device
                        FOR UPDATE OF j
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("device", device.value())
                .map(row -> locked(device, journal, row))
                .one();
    }

    private static Locked locked(DeviceId device, JournalId journal, Readable row) {
        OffsetDateTime revoked = row.get("revoked_at", OffsetDateTime.class);
        return new Locked(
                new DeviceView(
                        device,
                        get(row, "till_number", Integer.class),
                        DeviceRow.keys(row),
                        revoked == null ? null : revoked.toInstant()),
                new JournalState(
                        journal,
                        get(row, "acked", Long.class),
                        Bytes.of(get(row, "head_hash", byte[].class)),
                        Bytes.of(get(row, "start_hash", byte[].class))),
                get(row, "durable", Long.class),
                get(row, "epoch", Long.class),
                get(row, "apart", Long.class));
    }

    /** The overlap of a batch, what is kept beside it and the operations that are known. */
    public Mono<Entries> entries(Region region, JournalId journal, Needs needs) {
        if (needs.overlapMost() == 0 && needs.operations().isEmpty()) {
            return Mono.just(new Entries(Map.of(), Map.of(), List.of()));
        }
        return db.sql(
                        """
                        SELECT journal_id, seq, hash, NULL::uuid AS op_id, NULL::text AS reason FROM inbox
                        WHERE region_id = :region AND journal_id = :journal AND seq >= :from AND seq < :to
                        UNION ALL
                        SELECT journal_id, seq, NULL::bytea, op_id, NULL::text FROM inbox
                        WHERE region_id = :region AND op_id = ANY (:operations) AND NOT again
                        UNION ALL
                        SELECT journal_id, upto_seq, head_hash, NULL::uuid, reason FROM kept_link
                        WHERE region_id = :region AND journal_id = :journal AND upto_seq >= :from AND upto_seq < :to
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("from", needs.overlapFrom())
                .bind("to", needs.overlapFrom() + needs.overlapMost())
                .bind(
                        "operations",
                        needs.operations().stream().map(OpId::value).toArray(UUID[]::new))
                .map(HeldStore::found)
                .all()
                .collectList()
                .map(HeldStore::entries);
    }

    private record Found(
            Place place,
            byte @Nullable [] hash,
            @Nullable UUID operation,
            @Nullable String reason) {}

    private static Found found(Readable row) {
        return new Found(
                new Place(
                        new JournalId(get(row, "journal_id", UUID.class)),
                        get(row, "seq", Long.class)),
                row.get("hash", byte[].class),
                row.get("op_id", UUID.class),
                row.get("reason", String.class));
    }

    private static Entries entries(List<Found> found) {
        Map<Long, Bytes> overlap = new HashMap<>();
        Map<OpId, Place> known = new HashMap<>();
        List<KeptHead> kept = new ArrayList<>();
        for (Found one : found) {
            if (one.hash() != null && one.reason() != null) {
                kept.add(new KeptHead(one.place().seq(), Bytes.of(one.hash()), one.reason()));
            } else if (one.hash() != null) {
                overlap.put(one.place().seq(), Bytes.of(one.hash()));
            } else if (one.operation() != null) {
                known.put(new OpId(one.operation()), one.place());
            }
        }
        return new Entries(overlap, known, kept);
    }
}
