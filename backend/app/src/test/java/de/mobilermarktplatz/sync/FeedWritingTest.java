package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.feed.FeedEntry;
import de.mobilermarktplatz.contract.feed.ItemKey;
import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A stream is a keyed map with a number that knows no gap. */
@MarktplatzTest
class FeedWritingTest {

    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final Feed feed;
    private final DatabaseClient db;
    private final TransactionalOperator tx;
    private final TestRegions regions;
    private Region region;

    FeedWritingTest(Feed feed, DatabaseClient db, TransactionalOperator tx, TestRegions regions) {
        this.feed = feed;
        this.db = db;
        this.tx = tx;
        this.regions = regions;
    }

    @BeforeEach
    void aRegion() {
        region = regions.create();
    }

    @Test
    void whatIsAlreadySoIsNotWrittenAgain() {
        put(new FeedPut("a", "x", bytes("one")), new FeedPut("b", "y", bytes("two")));
        put(new FeedPut("a", "x", bytes("one")), new FeedPut("b", "y", bytes("three")));
        put(new FeedPut("a", "nobody", null));

        assertThat(head("a")).isEqualTo(1);
        assertThat(head("b")).isEqualTo(2);
    }

    @Test
    void aRollbackLeavesNoGap() {
        put(new FeedPut("a", "x", bytes("one")));
        Mono<Void> failing =
                feed.put(region, List.of(new FeedPut("a", "x", bytes("two"))))
                        .then(Mono.error(new IllegalStateException("thought better of it")));
        assertThat(in(tx.transactional(failing).thenReturn("committed").onErrorReturn("no")))
                .isEqualTo("no");
        put(new FeedPut("a", "x", bytes("three")));

        assertThat(head("a")).isEqualTo(2);
        assertThat(replayed("a", 0)).containsExactly(Map.entry("x", bytes("three")));
    }

    @Test
    void theLogReplayedIsTheStateAndItsHash() {
        put(
                new FeedPut("a", "price:1", bytes("Honig 500 g: 6,50")),
                new FeedPut("a", "order:01890000-0000-7000-8000-000000000001", bytes("A. B.")));
        put(new FeedPut("a", "price:1", bytes("Honig 500 g: 6,90")));
        put(
                new FeedPut("a", "order:01890000-0000-7000-8000-000000000001", null),
                new FeedPut("a", "price:2", bytes("")));

        assertThat(head("a")).isEqualTo(5);
        Map<String, Bytes> items = replayed("a", 0);
        assertThat(items)
                .containsOnly(
                        Map.entry("price:1", bytes("Honig 500 g: 6,90")),
                        Map.entry("price:2", Bytes.EMPTY));
        assertThat(hash("a")).isEqualTo(StateHash.of(items));
    }

    @Test
    void writersInAnyOrderOfStreamsDoNotDeadlock() {
        Flux<Void> writers =
                Flux.range(0, 40)
                        .flatMap(
                                i ->
                                        feed.put(
                                                region,
                                                i % 2 == 0
                                                        ? List.of(
                                                                new FeedPut(
                                                                        "a", "k" + i, bytes("v")),
                                                                new FeedPut(
                                                                        "b", "k" + i, bytes("v")))
                                                        : List.of(
                                                                new FeedPut(
                                                                        "b", "k" + i, bytes("v")),
                                                                new FeedPut(
                                                                        "a", "k" + i, bytes("v")))),
                                8);
        in(writers.then(Mono.just(true)));

        assertThat(head("a")).isEqualTo(40);
        assertThat(head("b")).isEqualTo(40);
        assertThat(hash("a")).isEqualTo(StateHash.of(replayed("a", 0)));
    }

    private void put(FeedPut... puts) {
        in(feed.put(region, List.of(puts)).thenReturn(true));
    }

    private <T> T in(Mono<T> work) {
        return RegionContext.in(region, work).block(WITHIN);
    }

    private long head(String stream) {
        return in(
                db.sql("SELECT seq FROM stream_head WHERE region_id = :r AND stream = :s")
                        .bind("r", region.id().value())
                        .bind("s", stream)
                        .map(row -> row.get("seq", Long.class))
                        .one());
    }

    private Bytes hash(String stream) {
        return Bytes.of(
                in(
                        db.sql(
                                        "SELECT state_hash FROM stream_head WHERE region_id = :r AND stream = :s")
                                .bind("r", region.id().value())
                                .bind("s", stream)
                                .map(row -> row.get("state_hash", byte[].class))
                                .one()));
    }

    private record Logged(String key, int kept, int cut, byte @Nullable [] insertion) {}

    private Map<String, Bytes> replayed(String stream, long after) {
        Map<String, Bytes> items = new TreeMap<>();
        in(db.sql(
                                """
                                SELECT key, kept, cut, insertion FROM feed_entry
                                WHERE region_id = :r AND stream = :s AND seq > :after ORDER BY seq
                                """)
                        .bind("r", region.id().value())
                        .bind("s", stream)
                        .bind("after", after)
                        .map(
                                row ->
                                        new Logged(
                                                row.get("key", String.class),
                                                row.get("kept", Integer.class),
                                                row.get("cut", Integer.class),
                                                row.get("insertion", byte[].class)))
                        .all()
                        .collectList())
                .forEach(
                        row -> {
                            Bytes insertion =
                                    row.insertion() == null ? null : Bytes.of(row.insertion());
                            FeedEntry entry =
                                    new FeedEntry(
                                            ItemKey.pack(row.key()),
                                            row.kept(),
                                            row.cut(),
                                            insertion);
                            Bytes now = entry.after(items.get(row.key()));
                            if (now == null) {
                                items.remove(row.key());
                            } else {
                                items.put(row.key(), now);
                            }
                        });
        return items;
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
