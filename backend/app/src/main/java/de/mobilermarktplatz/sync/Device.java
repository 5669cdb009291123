package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled tablet.
 *
 * @param tillNumber from 1 in its region, given to one tablet only; a restored server may give one
 *     anew
 * @param publicKey the key it was enrolled with (Ed25519, 32 bytes); the journal's chain begins
 *     with the certificate over it
 * @param keys all its keys, the newest first; never empty
 * @param revokedAt null while it may fetch tours; its uploads are always kept
 * @param stolenSince from when on nobody knows who sold with it; null unless it was stolen
 * @param waitsSince since when it waits for the desk to let it in, because this server had
 *     forgotten it; null for one that may ask
 */
public record Device(
        DeviceId id,
        int tillNumber,
        String name,
        Bytes publicKey,
        List<DeviceKey> keys,
        JournalId journal,
        Instant enrolledAt,
        @Nullable Instant revokedAt,
        @Nullable Instant stolenSince,
        @Nullable Instant waitsSince) {

    public Device {
        keys = List.copyOf(keys);
    }

    /**
     * Whether one of its keys signed this. Also a key whose time has run out: a tablet that was
     * away for months still brings honest sales.
     */
    public boolean signed(byte[] message, byte[] signature) {
        return signer(message, signature).isPresent();
    }

    /** The one of its keys that signed this. */
    public Optional<DeviceKey> signer(byte[] message, byte[] signature) {
        return keys.stream()
                .filter(key -> ServerKey.verify(key.publicKey().toArray(), message, signature))
                .findFirst();
    }

    /** Until when it may fetch tours. */
    public Instant certifiedUntil() {
        return keys.getFirst().validUntil();
    }
}
