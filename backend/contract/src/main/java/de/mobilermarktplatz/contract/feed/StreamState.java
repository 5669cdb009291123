package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All items of a stream at one moment.
 *
 * @param seq number of its last entry then
 * @param items by key
 */
public record StreamState(String stream, long seq, List<Item> items) {

    /**
     * @param key packed by {@link ItemKey#packBeside}
     */
    public record Item(Bytes key, Bytes value) {}

    public static StreamState of(String stream, long seq, Map<String, Bytes> items) {
        return new StreamState(
                stream,
                seq,
                new TreeMap<>(items)
                        .entrySet().stream()
                                .map(
                                        item ->
                                                new Item(
                                                        ItemKey.packBeside(
                                                                item.getKey(), item.getValue()),
                                                        item.getValue()))
                                .toList());
    }

    public Map<String, Bytes> byKey() {
        Map<String, Bytes> all = new TreeMap<>();
        items.forEach(
                item -> all.put(ItemKey.unpackBeside(item.key(), item.value()), item.value()));
        return all;
    }
}
