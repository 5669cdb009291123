package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.JournalWrite.NoteUnderstood;
import de.mobilermarktplatz.sync.domain.JournalWrite.NoteWaiting;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries that wait for a server that can read them. */
@Component
public class WaitingStore {

    /** One that waits, as it came. */
    public record Waiting(DeviceId device, JournalId journal, long seq, Bytes entry) {}

    private final DatabaseClient db;

    WaitingStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Void> note(Region region, NoteWaiting note) {
        return db.sql(
                        """
                        INSERT INTO waiting_entry (region_id, journal_id, seq, ver, type, noted_at)
                        VALUES (:region, :journal, :seq, :ver, :type, :now)
                        """)
                .bind("region", region.id().value())
                .bind("journal", note.journal().value())
                .bind("seq", note.seq())
                .bind("ver", note.ver())
                .bind("type", note.type())
                .bind("now", time(note.now()))
                .then();
    }

    public Mono<Void> understood(Region region, NoteUnderstood note) {
        return db.sql(
                        """
                        UPDATE waiting_entry SET understood_at = :now
                        WHERE region_id = :region AND journal_id = :journal AND seq = :seq AND understood_at IS NULL
                        """)
                .bind("region", region.id().value())
                .bind("journal", note.journal().value())
                .bind("seq", note.seq())
                .bind("now", time(note.now()))
                .then();
    }

    /** In the order of their journals, from behind the given place on. */
    public Flux<Waiting> behind(Region region, UUID journal, long seq, int most) {
        return db.sql(
                        """
                        SELECT j.device_id, w.journal_id, w.seq, i.entry FROM waiting_entry w
                        JOIN inbox i ON i.region_id = w.region_id AND i.journal_id = w.journal_id AND i.seq = w.seq
                        JOIN journal j ON j.region_id = w.region_id AND j.journal_id = w.journal_id
                        WHERE w.region_id = :region AND w.understood_at IS NULL
                          AND (w.journal_id, w.seq) > (:journal, :seq)
                        ORDER BY w.journal_id, w.seq LIMIT :most
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal)
                .bind("seq", seq)
                .bind("most", most)
                .map(
                        row ->
                                new Waiting(
                                        new DeviceId(get(row, "device_id", UUID.class)),
                                        new JournalId(get(row, "journal_id", UUID.class)),
                                        get(row, "seq", Long.class),
                                        Bytes.of(get(row, "entry", byte[].class))))
                .all();
    }

    /** Whether it still waits; the caller holds its journal. */
    public Mono<Boolean> waits(Region region, JournalId journal, long seq) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM waiting_entry WHERE region_id = :region AND journal_id = :journal
                            AND seq = :seq AND understood_at IS NULL) AS waits
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("seq", seq)
                .map(row -> get(row, "waits", Boolean.class))
                .one();
    }
}
