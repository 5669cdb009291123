package de.mobilermarktplatz.tablet.store;

import java.nio.ByteBuffer;
import java.util.UUID;

/** UUIDs as the 16 bytes they are. */
final class Blobs {
    private Blobs() {}

    static byte[] of(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
