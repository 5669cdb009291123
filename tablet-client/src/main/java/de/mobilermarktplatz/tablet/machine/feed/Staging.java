package de.mobilermarktplatz.tablet.machine.feed;

import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A snapshot under way.
 *
 * @param chunks those that have arrived, by name
 */
public record Staging(SnapshotManifest manifest, Map<Bytes, Bytes> chunks) {
    public Staging {
        chunks = Map.copyOf(chunks);
    }

    /** Name of the first chunk that is missing. */
    Optional<Bytes> missing() {
        return manifest.chunks().stream().filter(name -> !chunks.containsKey(name)).findFirst();
    }

    Staging with(Bytes name, Bytes chunk) {
        var more = new HashMap<>(chunks);
        more.put(name, chunk);
        return new Staging(manifest, more);
    }

    List<Bytes> inOrder() {
        return manifest.chunks().stream()
                .map(name -> chunks.getOrDefault(name, Bytes.EMPTY))
                .toList();
    }
}
