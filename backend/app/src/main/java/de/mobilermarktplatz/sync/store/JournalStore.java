package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.ChainLink;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.domain.JournalWrite.AppendInbox;
import de.mobilermarktplatz.sync.domain.JournalWrite.LinkParent;
import de.mobilermarktplatz.sync.domain.JournalWrite.MoveHead;
import de.mobilermarktplatz.sync.domain.Link;
import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Journals as they arrived: heads and raw entries. */
@Component
public class JournalStore {

    private final DatabaseClient db;

    JournalStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Void> create(Region region, JournalId journal, DeviceId device, Bytes start) {
        return db.sql(
                        """
                        INSERT INTO journal (region_id, journal_id, device_id, start_hash, acked, head_hash)
                        VALUES (:region, :journal, :device, :start, 0, :start)
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("device", device.value())
                .bind("start", start.toArray())
                .then();
    }

    /** What is held of a journal; empty for an unknown one. */
    public Mono<JournalState> find(Region region, JournalId journal) {
        return db.sql(
                        """
                        SELECT acked, head_hash, start_hash FROM journal
                        WHERE region_id = :region AND journal_id = :journal
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .map(
                        row ->
                                new JournalState(
                                        journal,
                                        get(row, "acked", Long.class),
                                        bytes(row, "head_hash"),
                                        bytes(row, "start_hash")))
                .one();
    }

    /** Chain heads after the entries of a range that are held, by sequence. */
    public Mono<Map<Long, Bytes>> heads(Region region, JournalId journal, long from, long upTo) {
        return db.sql(
                        """
                        SELECT seq, hash FROM inbox
                        WHERE region_id = :region AND journal_id = :journal AND seq >= :from AND seq <= :to
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("from", from)
                .bind("to", upTo)
                .map(row -> Map.entry(get(row, "seq", Long.class), bytes(row, "hash")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Links held from {@code from} on, at most {@code most}. */
    public Flux<Link> held(Region region, JournalId journal, long from, int most) {
        return db.sql(
                        """
                        SELECT seq, entry, hash FROM inbox
                        WHERE region_id = :region AND journal_id = :journal AND seq >= :from ORDER BY seq LIMIT :most
                        """)
                .bind("region", region.id().value())
                .bind("journal", journal.value())
                .bind("from", from)
                .bind("most", most)
                .map(
                        row ->
                                new Link(
                                        get(row, "seq", Long.class),
                                        bytes(row, "entry"),
                                        bytes(row, "hash")))
                .all();
    }

    /** The same as links of the chain, for {@code verify}. */
    public Flux<ChainLink> chain(Region region, JournalId journal, long from, int most) {
        return held(region, journal, from, most)
                .map(link -> new ChainLink(link.seq(), link.entry(), link.hash()));
    }

    /** Journals of the region, with what is held of each. */
    public Flux<JournalState> all(Region region) {
        return db.sql(
                        "SELECT journal_id, acked, head_hash, start_hash FROM journal WHERE region_id = :region ORDER BY journal_id")
                .bind("region", region.id().value())
                .map(
                        row ->
                                new JournalState(
                                        new JournalId(get(row, "journal_id", UUID.class)),
                                        get(row, "acked", Long.class),
                                        bytes(row, "head_hash"),
                                        bytes(row, "start_hash")))
                .all();
    }

    /** Stores raw entries; fails if an operation that is not told again is there already. */
    public Mono<Void> append(Region region, AppendInbox append) {
        Columns<AppendInbox.Row> rows = Columns.of(append.rows());
        return db.sql(
                        """
                        INSERT INTO inbox (region_id, journal_id, seq, op_id, entry, hash, received_at, again)
                        SELECT :region, :journal, i.seq, i.op, decode(i.entry, 'hex'), decode(i.hash, 'hex'), :now, i.again
                        FROM unnest(:seq::bigint[], :op::uuid[], :entry::text[], :hash::text[], :again::boolean[])
                            AS i(seq, op, entry, hash, again)
                        """)
                .bind("region", region.id().value())
                .bind("journal", append.journal().value())
                .bind("now", time(append.now()))
                .bind("seq", rows.longs(row -> row.link().seq()))
                .bind("op", rows.of(UUID.class, row -> row.op().value()))
                .bind("entry", rows.of(String.class, row -> row.link().entry().hex()))
                .bind("hash", rows.of(String.class, row -> row.link().hash().hex()))
                .bind("again", rows.of(Boolean.class, AppendInbox.Row::again))
                .then();
    }

    public Mono<Void> moveHead(Region region, MoveHead move) {
        return db.sql(
                        """
                        UPDATE journal SET acked = :acked, head_hash = :head
                        WHERE region_id = :region AND journal_id = :journal
                        """)
                .bind("region", region.id().value())
                .bind("journal", move.journal().value())
                .bind("acked", move.acked())
                .bind("head", move.head().toArray())
                .then();
    }

    /**
     * Once; whether the parent is known here, or the tablet is right about it, is another matter.
     */
    public Mono<Void> linkParent(Region region, LinkParent link) {
        return db.sql(
                        """
                        INSERT INTO journal_parent
                            (region_id, journal_id, parent_id, parent_seq, parent_head, noted_at)
                        VALUES (:region, :journal, :parent, :seq, :head, :now)
                        ON CONFLICT (region_id, journal_id) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("journal", link.journal().value())
                .bind("parent", link.parent().value())
                .bind("seq", link.parentSeq())
                .bind("head", link.parentHead().toArray())
                .bind("now", time(link.now()))
                .then();
    }

    private static Bytes bytes(Readable row, String column) {
        return Bytes.of(get(row, column, byte[].class));
    }
}
