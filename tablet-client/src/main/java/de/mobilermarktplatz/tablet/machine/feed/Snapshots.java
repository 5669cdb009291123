package de.mobilermarktplatz.tablet.machine.feed;

import de.mobilermarktplatz.contract.feed.Snapshot;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fetching whole streams piece by piece; they replace what was there all at once. */
final class Snapshots {
    private Snapshots() {}

    static FeedStep begin(FeedMemory before, SnapshotManifest manifest) {
        if (manifest.epoch() < before.epoch() || manifest.chunks().size() > Snapshot.MOST_CHUNKS) {
            return FeedStep.failed(before);
        }
        var memory = before.withEpoch(manifest.epoch());
        var forgotten = new HashSet<String>();
        var lost = new HashSet<String>();
        for (var head : manifest.streams()) {
            if (head.verdict() != StreamVerdict.FINE) {
                memory = memory.without(head.stream()).refused(head.stream());
                forgotten.add(head.stream());
                if (Streams.isTour(head.stream())) {
                    lost.add(head.stream());
                }
            }
        }
        if (manifest.chunks().isEmpty()) {
            var write = new FeedWrite(Map.of(), List.of(), forgotten, null, null, false);
            return new FeedStep(memory, write, lost, FeedStep.Result.FINE);
        }
        var write = new FeedWrite(Map.of(), List.of(), forgotten, manifest, null, false);
        return new FeedStep(
                memory.withStaging(new Staging(manifest, Map.of())),
                write,
                lost,
                FeedStep.Result.FINE);
    }

    static FeedStep chunk(FeedMemory memory, Bytes name, byte[] body) {
        var staging = memory.staging();
        var chunk = Bytes.of(body);
        if (staging == null || !Snapshot.nameOf(chunk).equals(name)) {
            return FeedStep.failed(memory);
        }
        var more = staging.with(name, chunk);
        return more.missing().isPresent()
                ? FeedStep.fine(
                        memory.withStaging(more),
                        new FeedWrite(Map.of(), List.of(), Set.of(), null, chunk, false))
                : whole(memory, more);
    }

    /** All there: what fits its fingerprint replaces the old streams in one commit. */
    private static FeedStep whole(FeedMemory before, Staging staging) {
        var manifest = staging.manifest();
        if (manifest.epoch() < before.epoch()) {
            return FeedStep.fine(before.withStaging(null), FeedCore.unstaged());
        }
        var memory = before.withStaging(null).withEpoch(manifest.epoch());
        var replaced = new HashMap<String, Followed>();
        try {
            for (var state : Snapshot.of(staging.inOrder()).streams()) {
                var stream = new Followed(manifest.epoch(), state.seq(), state.byKey());
                boolean fits =
                        manifest.streams().stream()
                                .anyMatch(
                                        head ->
                                                head.stream().equals(state.stream())
                                                        && head.seq() == state.seq()
                                                        && head.stateHash().equals(stream.hash()));
                if (!fits) {
                    return new FeedStep(
                            memory, FeedCore.unstaged(), Set.of(), FeedStep.Result.FAILED);
                }
                replaced.put(state.stream(), stream);
            }
        } catch (WireException damaged) {
            return new FeedStep(memory, FeedCore.unstaged(), Set.of(), FeedStep.Result.FAILED);
        }
        for (var stream : replaced.entrySet()) {
            memory = memory.with(stream.getKey(), stream.getValue());
        }
        return FeedStep.fine(
                memory, new FeedWrite(replaced, List.of(), Set.of(), null, null, true));
    }
}
