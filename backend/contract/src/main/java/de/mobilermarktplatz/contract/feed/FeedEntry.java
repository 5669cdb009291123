package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How one item changed. A price that rises by ten cents is one or two bytes, not the whole article:
 * of the former value {@code kept} bytes stay, {@code cut} bytes after them are replaced by {@code
 * insertion}, the rest stays.
 *
 * @param key packed by {@link ItemKey}
 * @param insertion null when the item is gone
 */
public record FeedEntry(Bytes key, int kept, int cut, @Nullable Bytes insertion) {

    /** The shortest change from one value to the other; null stands for no item. */
    public static FeedEntry between(String key, @Nullable Bytes before, @Nullable Bytes after) {
        Bytes packed = ItemKey.pack(key);
        if (after == null) {
            return new FeedEntry(packed, 0, 0, null);
        }
        if (before == null) {
            return new FeedEntry(packed, 0, 0, after);
        }
        byte[] old = before.toArray();
        byte[] now = after.toArray();
        int shortest = Math.min(old.length, now.length);
        int start = 0;
        while (start < shortest && old[start] == now[start]) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && old[old.length - 1 - end] == now[now.length - 1 - end]) {
            end++;
        }
        Bytes middle = Bytes.of(java.util.Arrays.copyOfRange(now, start, now.length - end));
        return new FeedEntry(packed, start, old.length - start - end, middle);
    }

    /**
     * The item's value after this change, null when it is gone.
     *
     * @param before its value so far, null if there was none
     * @throws WireException if the change does not fit that value
     */
    public @Nullable Bytes after(@Nullable Bytes before) {
        if (insertion == null) {
            return null;
        }
        byte[] old = before == null ? new byte[0] : before.toArray();
        if (kept < 0 || cut < 0 || (long) kept + cut > old.length) {
            throw new WireException("a change that does not fit the item");
        }
        int rest = old.length - kept - cut;
        return Bytes.of(
                ByteBuffer.allocate(kept + insertion.length() + rest)
                        .put(old, 0, kept)
                        .put(insertion.toArray())
                        .put(old, kept + cut, rest)
                        .array());
    }
}
