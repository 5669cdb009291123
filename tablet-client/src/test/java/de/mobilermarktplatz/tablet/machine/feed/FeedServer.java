package de.mobilermarktplatz.tablet.machine.feed;

import de.mobilermarktplatz.contract.feed.FeedEntry;
import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.Snapshot;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.feed.StreamState;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The other side in memory: streams with all their entries, and lies on demand. */
final class FeedServer {
    private static final Instant NOW = Instant.parse("2026-05-04T08:15:31Z");

    final Map<String, Map<String, Bytes>> items = new HashMap<>();
    private final Map<String, List<FeedEntry>> log = new HashMap<>();
    private final Map<Bytes, Bytes> chunks = new HashMap<>();
    final Set<String> notYours = new HashSet<>();
    final List<String> asked = new ArrayList<>();
    long epoch = 1;
    boolean forgetsAnEntry;
    boolean lies;

    void put(String stream, String key, @Nullable Bytes value) {
        var state = items.computeIfAbsent(stream, s -> new TreeMap<>());
        log.computeIfAbsent(stream, s -> new ArrayList<>())
                .add(FeedEntry.between(key, state.get(key), value));
        if (value == null) {
            state.remove(key);
        } else {
            state.put(key, value);
        }
    }

    ServerAnswer answer(Ask ask) {
        asked.add(ask.getClass().getSimpleName());
        return switch (ask) {
            case Ask.News news ->
                    fine(
                            new FeedReply(
                                            1,
                                            epoch,
                                            NOW,
                                            news.request().cursors().entrySet().stream()
                                                    .map(
                                                            cursor ->
                                                                    news(
                                                                            cursor.getKey(),
                                                                            cursor.getValue(),
                                                                            news.request().epoch()))
                                                    .toList())
                                    .encode());
            case Ask.Manifest manifest ->
                    fine(manifest(manifest.request().cursors().keySet()).encode());
            case Ask.Chunk chunk -> {
                var body = chunks.get(chunk.name());
                yield body == null
                        ? new ServerAnswer.Refused(404, new byte[0], Duration.ZERO)
                        : fine(body.toArray());
            }
        };
    }

    void forgetsChunks() {
        chunks.clear();
    }

    private StreamNews news(String stream, long after, long epochSeen) {
        if (notYours.contains(stream)) {
            return StreamNews.refused(stream, StreamVerdict.NOT_YOURS);
        }
        var entries = log.getOrDefault(stream, List.of());
        if (epochSeen != epoch || after > entries.size()) {
            return StreamNews.refused(stream, StreamVerdict.SNAPSHOT_NEEDED);
        }
        long from = forgetsAnEntry ? after + 1 : after;
        var fresh = entries.subList((int) Math.min(from, entries.size()), entries.size());
        return new StreamNews(
                stream,
                StreamVerdict.FINE,
                after + 1,
                after + fresh.size(),
                lies ? StateHash.EMPTY : hash(stream),
                fresh,
                false);
    }

    private Bytes hash(String stream) {
        return StateHash.of(items.getOrDefault(stream, Map.of()));
    }

    private SnapshotManifest manifest(Set<String> streams) {
        var states = new ArrayList<StreamState>();
        var heads = new ArrayList<SnapshotManifest.Head>();
        for (var stream : streams) {
            if (notYours.contains(stream)) {
                heads.add(
                        new SnapshotManifest.Head(stream, StreamVerdict.NOT_YOURS, 0, Bytes.EMPTY));
                continue;
            }
            long seq = log.getOrDefault(stream, List.of()).size();
            states.add(StreamState.of(stream, seq, items.getOrDefault(stream, Map.of())));
            heads.add(new SnapshotManifest.Head(stream, StreamVerdict.FINE, seq, hash(stream)));
        }
        var pieces = states.isEmpty() ? List.<Bytes>of() : new Snapshot(states).chunks();
        pieces.forEach(piece -> chunks.put(Snapshot.nameOf(piece), piece));
        return new SnapshotManifest(
                1, epoch, NOW, heads, pieces.stream().map(Snapshot::nameOf).toList());
    }

    private static ServerAnswer fine(byte[] body) {
        return new ServerAnswer.Fine(body, Duration.ZERO);
    }
}
