package de.mobilermarktplatz.sync.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.contract.feed.FeedEntry;
import de.mobilermarktplatz.contract.feed.ItemKey;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.FeedPut;
import de.mobilermarktplatz.sync.domain.FeedAnswer;
import de.mobilermarktplatz.sync.domain.FeedAnswer.Standing;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads streams for tablets, keeps chunks, clears away what is old. */
@Component
public class FeedReadStore {

    private final DatabaseClient db;
    private final TransactionalOperator tx;

    FeedReadStore(DatabaseClient db, TransactionalOperator tx) {
        this.db = db;
        this.tx = tx;
    }

    /** Streams to which nothing was ever put are missing. */
    public Flux<Standing> heads(Region region, Collection<String> streams) {
        return db.sql(
                        """
                        SELECT stream, seq, state_hash, cleared FROM stream_head
                        WHERE region_id = :region AND stream = ANY (:streams) ORDER BY stream
                        """)
                .bind("region", region.id().value())
                .bind("streams", streams.toArray(String[]::new))
                .map(row -> new Standing(FeedStore.head(row), get(row, "cleared", Long.class)))
                .all();
    }

    public Flux<FeedAnswer.Logged> entries(Region region, String stream, long after, int most) {
        return db.sql(
                        """
                        SELECT seq, key, kept, cut, insertion, state_hash FROM feed_entry
                        WHERE region_id = :region AND stream = :stream AND seq > :after ORDER BY seq LIMIT :most
                        """)
                .bind("region", region.id().value())
                .bind("stream", stream)
                .bind("after", after)
                .bind("most", most)
                .map(FeedReadStore::logged)
                .all();
    }

    private static FeedAnswer.Logged logged(Readable row) {
        return new FeedAnswer.Logged(
                get(row, "seq", Long.class),
                new FeedEntry(
                        ItemKey.pack(get(row, "key", String.class)),
                        get(row, "kept", Integer.class),
                        get(row, "cut", Integer.class),
                        bytes(row, "insertion")),
                bytes(row, "state_hash"));
    }

    private static @Nullable Bytes bytes(Readable row, String column) {
        byte[] found = row.get(column, byte[].class);
        return found == null ? null : Bytes.of(found);
    }

    public Flux<FeedPut> items(Region region, Collection<String> streams) {
        return db.sql(
                        """
                        SELECT stream, key, value FROM feed_item
                        WHERE region_id = :region AND stream = ANY (:streams) ORDER BY stream, key COLLATE "C"
                        """)
                .bind("region", region.id().value())
                .bind("streams", streams.toArray(String[]::new))
                .map(FeedStore::item)
                .all();
    }

    /**
     * @param chunks by name
     */
    public Mono<Void> keep(Region region, List<Bytes> names, List<Bytes> chunks, Instant now) {
        return db.sql(
                        """
                        INSERT INTO snapshot_chunk (region_id, sha256, body, made_at)
                        SELECT :region, decode(c.name, 'hex'), decode(c.body, 'hex'), :now
                        FROM unnest(:names::text[], :bodies::text[]) AS c(name, body)
                        ON CONFLICT (region_id, sha256) DO UPDATE SET made_at = excluded.made_at
                        """)
                .bind("region", region.id().value())
                .bind("names", Columns.of(names).of(String.class, Bytes::hex))
                .bind("bodies", Columns.of(chunks).of(String.class, Bytes::hex))
                .bind("now", time(now))
                .then();
    }

    public Mono<byte[]> chunk(Region region, Bytes name) {
        return db.sql(
                        "SELECT body FROM snapshot_chunk WHERE region_id = :region AND sha256 = :name")
                .bind("region", region.id().value())
                .bind("name", name.toArray())
                .map(row -> get(row, "body", byte[].class))
                .one();
    }

    public Mono<Void> clearChunks(Region region, Instant before) {
        return db.sql("DELETE FROM snapshot_chunk WHERE region_id = :region AND made_at < :before")
                .bind("region", region.id().value())
                .bind("before", time(before))
                .then();
    }

    /** Stream by stream, each with its head held, as those who write do. */
    public Mono<Void> clearEntries(Region region, Instant before) {
        return db.sql(
                        """
                        SELECT stream, max(seq) AS seq FROM feed_entry
                        WHERE region_id = :region AND put_at < :before GROUP BY stream ORDER BY stream
                        """)
                .bind("region", region.id().value())
                .bind("before", time(before))
                .map(row -> new Old(get(row, "stream", String.class), get(row, "seq", Long.class)))
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(old -> tx.transactional(clear(region, old)))
                .then();
    }

    private record Old(String stream, long seq) {}

    /** Everything up to a number, so that what is left begins without a gap. */
    private Mono<Void> clear(Region region, Old old) {
        return db.sql(
                        """
                        UPDATE stream_head SET cleared = greatest(cleared, :seq)
                        WHERE region_id = :region AND stream = :stream
                        """)
                .bind("region", region.id().value())
                .bind("stream", old.stream())
                .bind("seq", old.seq())
                .then()
                .then(
                        db.sql(
                                        """
                                        DELETE FROM feed_entry
                                        WHERE region_id = :region AND stream = :stream AND seq <= :seq
                                        """)
                                .bind("region", region.id().value())
                                .bind("stream", old.stream())
                                .bind("seq", old.seq())
                                .then());
    }
}
