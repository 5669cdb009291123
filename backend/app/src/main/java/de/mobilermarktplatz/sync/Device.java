package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled tablet.
 *
 * @param tillNumber from 1 in its region, never used twice
 * @param publicKey Ed25519, 32 bytes
 * @param revokedAt null while it may fetch tours; its uploads are always kept
 */
public record Device(
        DeviceId id,
        int tillNumber,
        String name,
        Bytes publicKey,
        JournalId journal,
        Instant enrolledAt,
        @Nullable Instant revokedAt) {}
