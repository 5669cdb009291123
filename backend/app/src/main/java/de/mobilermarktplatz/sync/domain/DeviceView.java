package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.DeviceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tablet whose journal it is.
 *
 * @param tillNumber from 1 in its region
 * @param keys all its keys, the newest first; uploads by any of them count for ever
 * @param revokedAt null while it is trusted
 */
public record DeviceView(
        DeviceId id, int tillNumber, List<DeviceKey> keys, @Nullable Instant revokedAt) {

    public DeviceView {
        keys = List.copyOf(keys);
    }
}
