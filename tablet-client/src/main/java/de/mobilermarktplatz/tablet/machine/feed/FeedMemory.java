package de.mobilermarktplatz.tablet.machine.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tablet has of the feed; immutable. All but {@code refused} is on the disk.
 *
 * @param epoch the greatest that any answer named, 0 before the first
 * @param staging null while no snapshot is under way
 * @param refused streams that the server does not give to this tablet
 */
public record FeedMemory(
        long epoch, Map<String, Followed> streams, @Nullable Staging staging, Set<String> refused) {

    public static final FeedMemory NEW = new FeedMemory(0, Map.of(), null, Set.of());

    public FeedMemory {
        streams = Map.copyOf(streams);
        refused = Set.copyOf(refused);
    }

    /** Whether the stream can go on from its cursor. */
    boolean isCurrent(String stream) {
        var has = streams.get(stream);
        return has != null && has.epoch() == epoch;
    }

    FeedMemory withEpoch(long next) {
        return new FeedMemory(next, streams, staging, refused);
    }

    FeedMemory with(String stream, Followed next) {
        var more = new HashMap<>(streams);
        more.put(stream, next);
        return new FeedMemory(epoch, more, staging, refused);
    }

    FeedMemory without(String stream) {
        var fewer = new HashMap<>(streams);
        fewer.remove(stream);
        return new FeedMemory(epoch, fewer, staging, refused);
    }

    FeedMemory withStaging(@Nullable Staging next) {
        return new FeedMemory(epoch, streams, next, refused);
    }

    FeedMemory refused(String stream) {
        var more = new HashSet<>(refused);
        more.add(stream);
        return new FeedMemory(epoch, streams, staging, more);
    }

    /** Asks again for everything, for example when the driver took another tour. */
    public FeedMemory hopeful() {
        return new FeedMemory(epoch, streams, staging, Set.of());
    }
}
