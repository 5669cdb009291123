package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keys of items such as {@code order:0190…} on the wire: an id takes 16 bytes there instead of 36
 * letters, marked by a zero byte. Any other key is its UTF-8.
 */
public final class ItemKey {

    private static final int ID_BYTES = 16;
    private static final Pattern WITH_ID =
            Pattern.compile(
                    "[a-z]{1,20}:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private ItemKey() {}

    public static Bytes pack(String key) {
        if (!WITH_ID.matcher(key).matches()) {
            return Bytes.of(key.getBytes(StandardCharsets.UTF_8));
        }
        int colon = key.indexOf(':');
        UUID id = UUID.fromString(key.substring(colon + 1));
        return Bytes.of(
                ByteBuffer.allocate(colon + 1 + ID_BYTES)
                        .put(key.substring(0, colon).getBytes(StandardCharsets.US_ASCII))
                        .put((byte) 0)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    /**
     * The same beside a value that contains the id: the key only says where it stands, which is the
     * same place for all items of a kind, so that it compresses to next to nothing.
     */
    static Bytes packBeside(String key, Bytes value) {
        Bytes whole = pack(key);
        byte[] bytes = whole.toArray();
        int end = bytes.length - ID_BYTES;
        if (end < 1 || bytes[end - 1] != 0) {
            return whole;
        }
        byte[] content = value.toArray();
        for (int at = 0; at <= Math.min(content.length - ID_BYTES, Byte.MAX_VALUE); at++) {
            if (Arrays.equals(content, at, at + ID_BYTES, bytes, end, bytes.length)) {
                byte[] place = Arrays.copyOf(bytes, end + 1);
                place[end - 1] = 1;
                place[end] = (byte) at;
                return Bytes.of(place);
            }
        }
        return whole;
    }

    /**
     * The key as it was before {@link #packBeside}.
     *
     * @throws WireException if these bytes are no key beside this value
     */
    static String unpackBeside(Bytes packed, Bytes value) {
        byte[] bytes = packed.toArray();
        int mark = 0;
        while (mark < bytes.length && bytes[mark] != 0 && bytes[mark] != 1) {
            mark++;
        }
        if (mark != bytes.length - 2 || bytes[mark] != 1) {
            return unpack(packed);
        }
        byte[] content = value.toArray();
        int at = bytes[mark + 1];
        if (at < 0 || at + ID_BYTES > content.length) {
            throw new WireException("a key whose id is not in its value");
        }
        ByteBuffer id = ByteBuffer.wrap(content, at, ID_BYTES);
        return new String(bytes, 0, mark, StandardCharsets.US_ASCII)
                + ":"
                + new UUID(id.getLong(), id.getLong());
    }

    /**
     * The key as it was before {@link #pack}.
     *
     * @throws WireException if these bytes are no key
     */
    public static String unpack(Bytes packed) {
        byte[] bytes = packed.toArray();
        int zero = 0;
        while (zero < bytes.length && bytes[zero] != 0) {
            zero++;
        }
        if (zero == bytes.length) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (bytes.length - zero - 1 != ID_BYTES) {
            throw new WireException("a key with half an id");
        }
        ByteBuffer id = ByteBuffer.wrap(bytes, zero + 1, ID_BYTES);
        return new String(bytes, 0, zero, StandardCharsets.US_ASCII)
                + ":"
                + new UUID(id.getLong(), id.getLong());
    }
}
