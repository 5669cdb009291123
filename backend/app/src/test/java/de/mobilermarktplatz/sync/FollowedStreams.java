package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.feed.FeedEntry;
import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.FeedRequest;
import de.mobilermarktplatz.contract.feed.ItemKey;
import de.mobilermarktplatz.contract.feed.Snapshot;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The simplest reader of a feed: believes nothing without its number and its fingerprint. */
final class FollowedStreams {

    private final TestTablet tablet;
    final Map<String, Long> cursors = new TreeMap<>();
    final Map<String, Map<String, Bytes>> items = new HashMap<>();
    long epoch;

    /** Bytes of the last body. */
    int bytes;

    FollowedStreams(TestTablet tablet) {
        this.tablet = tablet;
    }

    SnapshotManifest manifest(String... streams) {
        Map<String, Long> wanted = new TreeMap<>();
        for (String stream : streams) {
            wanted.put(stream, 0L);
        }
        HttpResponse<byte[]> answer =
                tablet.get("/snapshots?" + new FeedRequest(wanted, 0, 0).query());
        assertThat(answer.statusCode()).isEqualTo(200);
        bytes = answer.body().length;
        return SnapshotManifest.decode(answer.body());
    }

    void fetch(String... streams) {
        SnapshotManifest manifest = manifest(streams);
        int sum = bytes;
        List<Bytes> chunks = new ArrayList<>();
        for (Bytes name : manifest.chunks()) {
            chunks.add(chunk(name));
            sum += chunks.getLast().length();
        }
        bytes = sum;
        take(manifest, chunks);
    }

    Bytes chunk(Bytes name) {
        HttpResponse<byte[]> answer = tablet.get("/chunks/" + name.hex());
        assertThat(answer.statusCode()).isEqualTo(200);
        Bytes chunk = Bytes.of(answer.body());
        assertThat(Snapshot.nameOf(chunk)).isEqualTo(name);
        return chunk;
    }

    void take(SnapshotManifest manifest, List<Bytes> chunks) {
        epoch = manifest.epoch();
        Snapshot.of(chunks)
                .streams()
                .forEach(
                        state -> {
                            items.put(state.stream(), new TreeMap<>(state.byKey()));
                            cursors.put(state.stream(), state.seq());
                        });
        manifest.streams()
                .forEach(
                        head -> {
                            assertThat(head.verdict()).isEqualTo(StreamVerdict.FINE);
                            assertThat(cursors.get(head.stream())).isEqualTo(head.seq());
                            assertThat(StateHash.of(items.get(head.stream())))
                                    .isEqualTo(head.stateHash());
                        });
    }

    FeedReply ask(int waitSeconds) {
        HttpResponse<byte[]> answer =
                tablet.get("/feed?" + new FeedRequest(cursors, epoch, waitSeconds).query());
        assertThat(answer.statusCode()).isEqualTo(200);
        bytes = answer.body().length;
        return FeedReply.decode(answer.body());
    }

    StreamVerdict verdict(String stream) {
        return ask(0).streams().stream()
                .filter(news -> news.stream().equals(stream))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    FeedReply follow(int waitSeconds) {
        FeedReply reply = ask(waitSeconds);
        reply.streams().forEach(this::apply);
        return reply;
    }

    private void apply(StreamNews news) {
        assertThat(news.verdict()).isEqualTo(StreamVerdict.FINE);
        assertThat(news.first()).isEqualTo(cursors.get(news.stream()) + 1);
        assertThat(news.head()).isEqualTo(cursors.get(news.stream()) + news.entries().size());
        Map<String, Bytes> state = items.computeIfAbsent(news.stream(), s -> new TreeMap<>());
        for (FeedEntry entry : news.entries()) {
            String key = ItemKey.unpack(entry.key());
            Bytes after = entry.after(state.get(key));
            if (after == null) {
                state.remove(key);
            } else {
                state.put(key, after);
            }
        }
        cursors.put(news.stream(), news.head());
        assertThat(StateHash.of(state)).isEqualTo(news.stateHash());
    }
}
