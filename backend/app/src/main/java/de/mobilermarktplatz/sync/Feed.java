package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.FeedChanges;
import de.mobilermarktplatz.sync.domain.StreamHead;
import de.mobilermarktplatz.sync.store.FeedReadStore;
import de.mobilermarktplatz.sync.store.FeedStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What goes down to tablets (sync.md 2.4). Written by the relay's handlers and by the ingest, never
 * in an order's request: one head row takes about 500 commits a second.
 */
@Service
public class Feed {

    private final FeedStore store;
    private final FeedReadStore reading;
    private final HintBoard hints;
    private final InstantSource clock;
    private final TransactionalOperator tx;

    Feed(
            FeedStore store,
            FeedReadStore reading,
            HintBoard hints,
            InstantSource clock,
            TransactionalOperator tx) {
        this.store = store;
        this.reading = reading;
        this.hints = hints;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * Puts items. Joins the caller's transaction, or is one of its own. The heads of the streams
     * are locked in the order of their names to the end of that transaction, so call it once and
     * last: a transaction that locks anything afterwards can deadlock. An item that is already so
     * is not written, and a stream of such items keeps its number. Of two puts of the same item the
     * later one holds.
     */
    public Mono<Void> put(Region region, List<FeedPut> puts) {
        return puts.isEmpty()
                ? Mono.empty()
                : tx.transactional(
                        store.lock(region, puts.stream().map(FeedPut::stream).distinct().toList())
                                .flatMap(heads -> write(region, heads, puts)));
    }

    /**
     * Makes items of a stream what is read while the stream is held, so that an older reading never
     * overwrites a newer one. For those who hold nothing else. Nothing happens if the reading is
     * empty.
     *
     * @param owned whether the reading speaks for a key: what it does not name is gone
     * @param read locks nothing
     */
    Mono<Void> refresh(
            Region region, String stream, Predicate<String> owned, Mono<Map<String, Bytes>> read) {
        Mono<List<FeedPut>> puts =
                Mono.zip(read, store.keys(region, stream).filter(owned).collectList())
                        .map(found -> puts(stream, found.getT1(), found.getT2()));
        return tx.transactional(
                store.lock(region, List.of(stream))
                        .flatMap(heads -> puts.flatMap(all -> write(region, heads, all))));
    }

    private static List<FeedPut> puts(String stream, Map<String, Bytes> items, List<String> held) {
        return Stream.concat(
                        items.entrySet().stream()
                                .map(item -> new FeedPut(stream, item.getKey(), item.getValue())),
                        held.stream()
                                .filter(key -> !items.containsKey(key))
                                .map(key -> new FeedPut(stream, key, null)))
                .toList();
    }

    /** Where the streams stand that this tablet last asked for; nothing before it asked. */
    public Mono<Map<String, Long>> heads(Region region, DeviceId device) {
        Set<String> followed = hints.followed(device);
        return followed.isEmpty()
                ? Mono.just(Map.of())
                : reading.heads(region, followed)
                        .collectMap(head -> head.head().stream(), head -> head.head().seq());
    }

    private Mono<Void> write(Region region, List<StreamHead> heads, List<FeedPut> puts) {
        return puts.isEmpty()
                ? Mono.empty()
                : store.held(region, puts)
                        .collectList()
                        .flatMap(held -> write(region, changes(heads, held, puts)));
    }

    private Mono<Void> write(Region region, List<FeedChanges> changes) {
        return changes.isEmpty()
                ? Mono.empty()
                : store.write(region, changes, clock.instant())
                        .then(
                                hints.afterCommit(
                                        region, changes.stream().map(FeedChanges::head).toList()));
    }

    private static List<FeedChanges> changes(
            List<StreamHead> heads, List<FeedPut> held, List<FeedPut> puts) {
        Map<String, Map<String, Bytes>> items = new HashMap<>();
        for (FeedPut item : held) {
            Bytes value = item.value();
            if (value != null) {
                items.computeIfAbsent(item.stream(), stream -> new HashMap<>())
                        .put(item.key(), value);
            }
        }
        Map<String, Map<String, @Nullable Bytes>> wanted = new TreeMap<>();
        for (FeedPut put : puts) {
            wanted.computeIfAbsent(put.stream(), stream -> new LinkedHashMap<>())
                    .put(put.key(), put.value());
        }
        return heads.stream()
                .map(
                        head ->
                                FeedChanges.of(
                                        head,
                                        items.getOrDefault(head.stream(), Map.of()),
                                        wanted.getOrDefault(head.stream(), Map.of())))
                .filter(changed -> !changed.rows().isEmpty())
                .toList();
    }
}
