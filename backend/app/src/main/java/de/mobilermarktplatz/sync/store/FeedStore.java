package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.FeedPut;
import de.mobilermarktplatz.sync.domain.FeedChanges;
import de.mobilermarktplatz.sync.domain.StreamHead;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes streams: heads, items, the log of their changes. */
@Component
public class FeedStore {

    private final DatabaseClient db;

    FeedStore(DatabaseClient db) {
        this.db = db;
    }

    /** Locks the heads in the order of their names, to the end of the caller's transaction. */
    public Mono<List<StreamHead>> lock(Region region, Collection<String> streams) {
        List<String> sorted = streams.stream().sorted().toList();
        return locked(region, sorted)
                .flatMap(
                        found ->
                                found.size() == sorted.size()
                                        ? Mono.just(found)
                                        : create(region, sorted)
                                                .then(Mono.defer(() -> locked(region, sorted))));
    }

    private Mono<List<StreamHead>> locked(Region region, List<String> streams) {
        return db.sql(
                        """
                        SELECT stream, seq, state_hash FROM stream_head
                        WHERE region_id = :region AND stream = ANY (:streams) ORDER BY stream COLLATE "C" FOR UPDATE
                        """)
                .bind("region", region.id().value())
                .bind("streams", streams.toArray(String[]::new))
                .map(FeedStore::head)
                .all()
                .collectList();
    }

    private Mono<Void> create(Region region, List<String> streams) {
        return db.sql(
                        """
                        INSERT INTO stream_head (region_id, stream, seq, cleared, state_hash)
                        SELECT :region, s.stream, 0, 0, :empty FROM unnest(:streams::text[]) AS s(stream)
                        ORDER BY s.stream COLLATE "C" ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("streams", streams.toArray(String[]::new))
                .bind("empty", StateHash.EMPTY.toArray())
                .then();
    }

    static StreamHead head(Readable row) {
        return new StreamHead(
                get(row, "stream", String.class),
                get(row, "seq", Long.class),
                Bytes.of(get(row, "state_hash", byte[].class)));
    }

    /** What the streams hold of these keys. */
    public Flux<FeedPut> held(Region region, List<FeedPut> wanted) {
        Columns<FeedPut> rows = Columns.of(wanted);
        return db.sql(
                        """
                        SELECT i.stream, i.key, i.value FROM unnest(:streams::text[], :keys::text[]) AS w(stream, key)
                        JOIN feed_item i ON i.region_id = :region AND i.stream = w.stream AND i.key = w.key
                        """)
                .bind("region", region.id().value())
                .bind("streams", rows.of(String.class, FeedPut::stream))
                .bind("keys", rows.of(String.class, FeedPut::key))
                .map(FeedStore::item)
                .all();
    }

    public Flux<String> keys(Region region, String stream) {
        return db.sql("SELECT key FROM feed_item WHERE region_id = :region AND stream = :stream")
                .bind("region", region.id().value())
                .bind("stream", stream)
                .map(row -> get(row, "key", String.class))
                .all();
    }

    static FeedPut item(Readable row) {
        return new FeedPut(
                get(row, "stream", String.class),
                get(row, "key", String.class),
                Bytes.of(get(row, "value", byte[].class)));
    }

    private record Row(String stream, FeedChanges.Row change) {}

    /** Log, items and heads in one statement; the caller holds the heads. */
    public Mono<Void> write(Region region, List<FeedChanges> changes, Instant now) {
        Columns<StreamHead> heads = Columns.of(changes.stream().map(FeedChanges::head).toList());
        List<Row> all =
                changes.stream()
                        .flatMap(
                                of ->
                                        of.rows().stream()
                                                .map(row -> new Row(of.head().stream(), row)))
                        .toList();
        Columns<Row> rows = Columns.of(all);
        return db.sql(
                        """
                        WITH logged AS (
                            INSERT INTO feed_entry (region_id, stream, seq, key, kept, cut, insertion, state_hash, put_at)
                            SELECT :region, e.stream, e.seq, e.key, e.kept, e.cut, decode(e.insertion, 'hex'),
                                decode(e.hash, 'hex'), :now
                            FROM unnest(:streams::text[], :seqs::bigint[], :keys::text[], :kept::int[], :cut::int[],
                                :insertions::text[], :hashes::text[])
                                AS e(stream, seq, key, kept, cut, insertion, hash)),
                        put AS (
                            INSERT INTO feed_item (region_id, stream, key, value)
                            SELECT :region, e.stream, e.key, decode(e.value, 'hex')
                            FROM unnest(:streams::text[], :keys::text[], :values::text[]) AS e(stream, key, value)
                            WHERE e.value IS NOT NULL
                            ON CONFLICT (region_id, stream, key) DO UPDATE SET value = excluded.value),
                        gone AS (
                            DELETE FROM feed_item i
                            USING unnest(:streams::text[], :keys::text[], :values::text[]) AS e(stream, key, value)
                            WHERE i.region_id = :region AND i.stream = e.stream AND i.key = e.key AND e.value IS NULL)
                        UPDATE stream_head h SET seq = n.seq, state_hash = decode(n.hash, 'hex')
                        FROM unnest(:heads::text[], :ends::bigint[], :states::text[]) AS n(stream, seq, hash)
                        WHERE h.region_id = :region AND h.stream = n.stream
                        """)
                .bind("region", region.id().value())
                .bind("now", time(now))
                .bind("streams", rows.of(String.class, Row::stream))
                .bind("seqs", rows.longs(row -> row.change().seq()))
                .bind("keys", rows.of(String.class, row -> row.change().key()))
                .bind("kept", rows.ints(row -> row.change().entry().kept()))
                .bind("cut", rows.ints(row -> row.change().entry().cut()))
                .bind(
                        "insertions",
                        rows.of(String.class, row -> hex(row.change().entry().insertion())))
                .bind("hashes", rows.of(String.class, row -> hex(row.change().stateHash())))
                .bind("values", rows.of(String.class, row -> hex(row.change().value())))
                .bind("heads", heads.of(String.class, StreamHead::stream))
                .bind("ends", heads.longs(StreamHead::seq))
                .bind("states", heads.of(String.class, head -> head.stateHash().hex()))
                .then();
    }

    private static @Nullable String hex(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.hex();
    }
}
