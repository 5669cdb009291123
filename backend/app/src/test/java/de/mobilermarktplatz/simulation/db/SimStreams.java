package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.feed.StreamState;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.sync.domain.FeedAnswer;
import de.mobilermarktplatz.sync.domain.FeedChanges;
import de.mobilermarktplatz.sync.domain.FeedWrite.PutFeed;
import de.mobilermarktplatz.sync.domain.StreamHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The feed's tables: heads, items and the log of their changes, written by the server's rule. */
public final class SimStreams {
    private static final class Stream {
        StreamHead head;
        final Map<String, Bytes> items = new TreeMap<>();
        final List<FeedAnswer.Logged> log = new ArrayList<>();

        Stream(String name) {
            head = StreamHead.empty(name);
        }
    }

    private final Map<String, Stream> streams = new TreeMap<>();

    /** In one transaction; what is already so is not written. */
    public void put(List<PutFeed> puts) {
        Map<String, Map<String, Bytes>> wanted = new TreeMap<>();
        for (var put : puts) {
            wanted.computeIfAbsent(put.stream(), _ -> new LinkedHashMap<>())
                    .put(put.key(), put.value());
        }
        wanted.forEach(this::put);
    }

    private void put(String name, Map<String, Bytes> wanted) {
        var stream = streams.computeIfAbsent(name, Stream::new);
        var changes = FeedChanges.of(stream.head, stream.items, wanted);
        for (var row : changes.rows()) {
            stream.log.add(new FeedAnswer.Logged(row.seq(), row.entry(), row.stateHash()));
            if (row.value() == null) {
                stream.items.remove(row.key());
            } else {
                stream.items.put(row.key(), row.value());
            }
        }
        stream.head = changes.head();
    }

    /** Whether any of it would change something. */
    public boolean differs(List<PutFeed> puts) {
        return puts.stream()
                .anyMatch(put -> !Objects.equals(put.value(), items(put.stream()).get(put.key())));
    }

    public Map<String, Bytes> items(String name) {
        var stream = streams.get(name);
        return stream == null ? Map.of() : stream.items;
    }

    public StreamHead head(String name) {
        var stream = streams.get(name);
        return stream == null ? StreamHead.empty(name) : stream.head;
    }

    StreamState state(String name) {
        return StreamState.of(name, head(name).seq(), items(name));
    }

    StreamNews news(String name, long after, long epochSeen, long epoch) {
        var stream = streams.get(name);
        var log = stream == null ? List.<FeedAnswer.Logged>of() : stream.log;
        int from = (int) Math.min(after, log.size());
        int to = Math.min(log.size(), from + FeedAnswer.MOST_ENTRIES);
        return FeedAnswer.of(
                new FeedAnswer.Standing(head(name), 0),
                after,
                epochSeen,
                epoch,
                log.subList(from, to));
    }
}
