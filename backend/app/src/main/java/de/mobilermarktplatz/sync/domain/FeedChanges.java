package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.feed.FeedEntry;
import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What putting items means for one stream: what is already so, changes nothing.
 *
 * @param head after the changes
 * @param rows in the order of their numbers; the last one carries the head's hash
 */
public record FeedChanges(StreamHead head, List<Row> rows) {

    /**
     * @param stateHash null but at the end of the transaction
     */
    public record Row(
            long seq,
            String key,
            @Nullable Bytes value,
            FeedEntry entry,
            @Nullable Bytes stateHash) {}

    /**
     * @param items what the stream holds of the wanted keys
     * @param wanted values by key in their order, null for an item that shall go
     */
    public static FeedChanges of(
            StreamHead head, Map<String, Bytes> items, Map<String, @Nullable Bytes> wanted) {
        List<String> changed = new ArrayList<>();
        wanted.forEach(
                (key, value) -> {
                    Bytes now = items.get(key);
                    if (value == null ? now != null : !value.equals(now)) {
                        changed.add(key);
                    }
                });
        List<Row> rows = new ArrayList<>();
        Bytes hash = head.stateHash();
        long seq = head.seq();
        for (String key : changed) {
            Bytes before = items.get(key);
            Bytes after = wanted.get(key);
            seq++;
            hash = StateHash.changed(hash, key, before, after);
            boolean last = rows.size() == changed.size() - 1;
            rows.add(
                    new Row(
                            seq,
                            key,
                            after,
                            FeedEntry.between(key, before, after),
                            last ? hash : null));
        }
        return new FeedChanges(new StreamHead(head.stream(), seq, hash), List.copyOf(rows));
    }
}
