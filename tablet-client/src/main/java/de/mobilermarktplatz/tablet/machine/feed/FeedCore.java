package de.mobilermarktplatz.tablet.machine.feed;

import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.FeedRequest;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tablet's half of the feed (sync.md 2.4), one question at a time: {@link #next} says what to
 * ask, {@link #came} what the answer means. Nothing is believed without its number and its
 * fingerprint; a stream that does not fit is fetched as a whole.
 */
public final class FeedCore {
    private static final int GONE = 404;

    /** A device that was revoked, a server without a feed, a program that is too old for it. */
    private static final Set<Integer> FOR_LONG = Set.of(403, GONE, 405, 426);

    private final int waitSeconds;

    /**
     * @param waitSeconds how long the server may wait for news
     */
    public FeedCore(int waitSeconds) {
        this.waitSeconds = waitSeconds;
    }

    /** Empty when there is nothing to follow. */
    public Optional<Ask> next(FeedMemory memory, Set<String> wanted) {
        var staging = memory.staging();
        if (staging != null) {
            var missing = staging.missing();
            if (missing.isPresent()) {
                return missing.map(Ask.Chunk::new);
            }
        }
        var allowed =
                wanted.stream()
                        .filter(stream -> !memory.refused().contains(stream))
                        .collect(Collectors.toSet());
        if (allowed.isEmpty()) {
            return Optional.empty();
        }
        var needed = allowed.stream().filter(stream -> !memory.isCurrent(stream)).toList();
        if (!needed.isEmpty()) {
            var none = new TreeMap<String, Long>();
            needed.forEach(stream -> none.put(stream, 0L));
            return Optional.of(new Ask.Manifest(new FeedRequest(none, memory.epoch(), 0)));
        }
        var cursors = new TreeMap<String, Long>();
        memory.streams()
                .forEach(
                        (stream, has) -> {
                            if (allowed.contains(stream)) {
                                cursors.put(stream, has.seq());
                            }
                        });
        return Optional.of(new Ask.News(new FeedRequest(cursors, memory.epoch(), waitSeconds)));
    }

    public FeedStep came(FeedMemory memory, Ask asked, ServerAnswer answer) {
        try {
            return switch (answer) {
                case ServerAnswer.Fine fine -> fine(memory, asked, fine.body());
                case ServerAnswer.Refused refused
                        when refused.status() == GONE && asked instanceof Ask.Chunk ->
                        FeedStep.fine(memory.withStaging(null), unstaged());
                case ServerAnswer.Refused refused when FOR_LONG.contains(refused.status()) ->
                        new FeedStep(memory, FeedWrite.NOTHING, Set.of(), FeedStep.Result.REFUSED);
                case ServerAnswer.Refused _, ServerAnswer.Unreachable _ -> FeedStep.failed(memory);
            };
        } catch (WireException damaged) {
            return FeedStep.failed(memory);
        }
    }

    private static FeedStep fine(FeedMemory memory, Ask asked, byte[] body) {
        return switch (asked) {
            case Ask.News _ -> news(memory, FeedReply.decode(body));
            case Ask.Manifest _ -> Snapshots.begin(memory, SnapshotManifest.decode(body));
            case Ask.Chunk chunk -> Snapshots.chunk(memory, chunk.name(), body);
        };
    }

    /** An answer of a server that has not noticed its own restore yet is worth nothing. */
    private static FeedStep news(FeedMemory before, FeedReply reply) {
        if (reply.epoch() < before.epoch()) {
            return FeedStep.failed(before);
        }
        var memory = before.withEpoch(reply.epoch());
        var moves = new ArrayList<FeedWrite.Move>();
        var forgotten = new HashSet<String>();
        var lost = new HashSet<String>();
        for (StreamNews news : reply.streams()) {
            var stream = news.stream();
            var has = before.streams().get(stream);
            if (news.verdict() == StreamVerdict.NOT_YOURS
                    || news.verdict() == StreamVerdict.UNKNOWN) {
                memory = memory.without(stream).refused(stream);
                forgotten.add(stream);
                if (Streams.isTour(stream)) {
                    lost.add(stream);
                }
            } else if (has != null) {
                var moved =
                        news.verdict() == StreamVerdict.FINE && has.epoch() == reply.epoch()
                                ? has.after(news)
                                : Optional.<Followed.Moved>empty();
                if (moved.isPresent()) {
                    memory = memory.with(stream, moved.get().to());
                    if (!news.entries().isEmpty()) {
                        moves.add(
                                new FeedWrite.Move(
                                        stream, reply.epoch(), news.head(), moved.get().changed()));
                    }
                } else {
                    // What is shown stays until the snapshot replaces it.
                    memory = memory.with(stream, new Followed(-1, has.seq(), has.items()));
                }
            }
        }
        var write = new FeedWrite(Map.of(), moves, forgotten, null, null, false);
        return new FeedStep(memory, write, lost, FeedStep.Result.FINE);
    }

    static FeedWrite unstaged() {
        return new FeedWrite(Map.of(), List.of(), Set.of(), null, null, true);
    }
}
