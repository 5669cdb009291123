package de.mobilermarktplatz.kernel.bytes;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An immutable byte string that compares by value, for hashes, keys, signatures and raw entries
 * inside records.
 */
public final class Bytes {

    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies the array. */
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /**
     * Reads hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text is not hexadecimal
     */
    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    /** A copy of the content. */
    public byte[] toArray() {
        return content.clone();
    }

    public int length() {
        return content.length;
    }

    /** The first bytes, for short forms of hashes; the whole string if it is shorter. */
    public Bytes first(int count) {
        return count >= content.length ? this : new Bytes(Arrays.copyOf(content, count));
    }

    public boolean startsWith(Bytes prefix) {
        return prefix.length() <= content.length
                && Arrays.equals(content, 0, prefix.length(), prefix.content, 0, prefix.length());
    }

    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(content);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Hexadecimal, shortened for messages. */
    @Override
    public String toString() {
        return content.length <= 16 ? hex() : first(16).hex() + "…(" + content.length + ")";
    }
}
