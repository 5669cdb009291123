package de.mobilermarktplatz.contract.mirror;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A record's outer form: {@code "MMM1" | length (4) | CRC-32C of the content (4) | CRC-32C of these
 * twelve bytes (4) | content}, big endian. The mark lets a reader find the next record behind a
 * damaged one; the second sum keeps it from believing a damaged length.
 */
final class MirrorFrame {

    static final int HEAD_BYTES = 16;

    /** Greatest content; far above the largest entry. */
    static final int MOST_CONTENT_BYTES = 1 << 17;

    private static final int MARK = 0x4d4d4d31;
    private static final int SUMMED_HEAD_BYTES = 12;

    private MirrorFrame() {}

    static byte[] of(byte[] content) {
        if (content.length > MOST_CONTENT_BYTES) {
            throw new IllegalArgumentException(
                    "a mirror record has at most %d bytes, not %d"
                            .formatted(MOST_CONTENT_BYTES, content.length));
        }
        ByteBuffer frame =
                ByteBuffer.allocate(HEAD_BYTES + content.length)
                        .putInt(MARK)
                        .putInt(content.length)
                        .putInt(sum(ByteBuffer.wrap(content)));
        return frame.putInt(sum(frame.slice(0, SUMMED_HEAD_BYTES))).put(content).array();
    }

    /** Whether a frame's head stands at this place, whole and as it was written. */
    static boolean headAt(ByteBuffer file, int at) {
        return at + HEAD_BYTES <= file.limit()
                && file.getInt(at) == MARK
                && file.getInt(at + SUMMED_HEAD_BYTES) == sum(file.slice(at, SUMMED_HEAD_BYTES))
                && lengthAt(file, at) >= 0
                && lengthAt(file, at) <= MOST_CONTENT_BYTES;
    }

    /** Whether a whole frame stands at this place as it was written. */
    static boolean wholeAt(ByteBuffer file, int at) {
        return headAt(file, at)
                && endOf(file, at) <= file.limit()
                && file.getInt(at + 8) == sum(contentAt(file, at));
    }

    /** Of a frame whose head was found. */
    static int endOf(ByteBuffer file, int at) {
        return at + HEAD_BYTES + lengthAt(file, at);
    }

    static ByteBuffer contentAt(ByteBuffer file, int at) {
        return file.slice(at + HEAD_BYTES, lengthAt(file, at));
    }

    private static int lengthAt(ByteBuffer file, int at) {
        return file.getInt(at + 4);
    }

    private static int sum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
