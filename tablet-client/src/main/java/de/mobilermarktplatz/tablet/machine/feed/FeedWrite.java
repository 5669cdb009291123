package de.mobilermarktplatz.tablet.machine.feed;

import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the disk takes over in one transaction, together with the tour that follows from it.
 *
 * @param replaced whole streams, with their cursors
 * @param moved streams with their new cursors and the items that changed
 * @param forgotten streams of which nothing is kept
 * @param staged a snapshot that begins, null for none
 * @param chunk a piece that arrived, null for none
 * @param unstaged whether the snapshot under way is over
 */
public record FeedWrite(
        Map<String, Followed> replaced,
        List<Move> moved,
        Set<String> forgotten,
        @Nullable SnapshotManifest staged,
        @Nullable Bytes chunk,
        boolean unstaged) {

    /**
     * @param changed new values by key, null where the item is gone
     */
    public record Move(String stream, long epoch, long seq, Map<String, @Nullable Bytes> changed) {}

    static final FeedWrite NOTHING =
            new FeedWrite(Map.of(), List.of(), Set.of(), null, null, false);

    public FeedWrite {
        replaced = Map.copyOf(replaced);
        moved = List.copyOf(moved);
        forgotten = Set.copyOf(forgotten);
    }

    /** Whether the tour may look different afterwards. */
    public boolean changesItems() {
        return !replaced.isEmpty() || !moved.isEmpty();
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }
}
