package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body that was kept apart, as it came.
 *
 * @param reason FORK, BAD_SIGNATURE or REVOKED
 * @param released null while nobody has released it
 */
public record KeptBatch(
        UUID id,
        DeviceId device,
        JournalId journal,
        String reason,
        byte[] body,
        Instant receivedAt,
        @Nullable Release released) {

    /**
     * Who took it into the books, and why.
     *
     * @param entries that it had
     * @param fresh that were not in the books before
     */
    public record Release(Instant at, String reason, long entries, long fresh) {}
}
