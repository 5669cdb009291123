package de.mobilermarktplatz.tablet.machine.feed;

import de.mobilermarktplatz.contract.feed.FeedEntry;
import de.mobilermarktplatz.contract.feed.ItemKey;
import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stream as this tablet has it.
 *
 * @param epoch of the server in which {@code seq} was given out
 * @param seq number of the last entry in the items
 */
public record Followed(long epoch, long seq, Map<String, Bytes> items) {
    public Followed {
        items = Map.copyOf(items);
    }

    /** Computed anew: it is as good as the items, whatever the disk did to them. */
    public Bytes hash() {
        return StateHash.of(items);
    }

    /** A stream after its news, and which items that changed. */
    record Moved(Followed to, Map<String, @Nullable Bytes> changed) {}

    /**
     * Empty when something is missing in between, or when the result is not what the server has:
     * then only a snapshot helps.
     */
    Optional<Moved> after(StreamNews news) {
        if (news.first() != seq + 1 || news.head() != seq + news.entries().size()) {
            return Optional.empty();
        }
        var next = new HashMap<>(items);
        var changed = new HashMap<String, @Nullable Bytes>();
        try {
            for (FeedEntry entry : news.entries()) {
                var key = ItemKey.unpack(entry.key());
                var value = entry.after(next.get(key));
                changed.put(key, value);
                if (value == null) {
                    next.remove(key);
                } else {
                    next.put(key, value);
                }
            }
        } catch (WireException doesNotFit) {
            return Optional.empty();
        }
        return StateHash.of(next).equals(news.stateHash())
                ? Optional.of(new Moved(new Followed(epoch, news.head(), next), changed))
                : Optional.empty();
    }
}
