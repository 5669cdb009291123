package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprint of what a stream holds: XOR over the SHA-256 of its items. Each change moves it by
 * two hashes, whatever the number of items, and the order of items does not matter. It finds what
 * was lost or applied wrongly; it is no defence against somebody who forges items, the connection
 * is.
 */
public final class StateHash {

    /** Of a stream without items. */
    public static final Bytes EMPTY = Bytes.of(new byte[32]);

    private StateHash() {}

    public static Bytes of(Map<String, Bytes> items) {
        byte[] sum = new byte[32];
        MessageDigest sha = sha256();
        items.forEach((key, value) -> xor(sum, item(sha, key, value)));
        return Bytes.of(sum);
    }

    /**
     * The fingerprint after one item changed.
     *
     * @param before the item's value so far, null if there was none
     * @param after its value from now on, null if it is gone
     */
    public static Bytes changed(
            Bytes hash, String key, @Nullable Bytes before, @Nullable Bytes after) {
        byte[] sum = hash.toArray();
        MessageDigest sha = sha256();
        if (before != null) {
            xor(sum, item(sha, key, before));
        }
        if (after != null) {
            xor(sum, item(sha, key, after));
        }
        return Bytes.of(sum);
    }

    /** SHA-256 of the key in UTF-8, a zero byte, the value. */
    private static byte[] item(MessageDigest sha, String key, Bytes value) {
        sha.update(key.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        return sha.digest(value.toArray());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void xor(byte[] sum, byte[] other) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
    }
}
