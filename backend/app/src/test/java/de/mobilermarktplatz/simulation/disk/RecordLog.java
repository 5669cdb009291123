package de.mobilermarktplatz.simulation.disk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Records with length, number and checksum, one behind the other: the shape of every write-ahead
 * log. A reader stops at the first record that is not whole. Sectors out of order therefore never
 * make a later record visible without the earlier ones.
 */
final class RecordLog {
    private static final int HEADER = 20;
    private static final int MAGIC = 0x4D4D4C47;

    private final SectorFile file;

    RecordLog(SectorFile file) {
        this.file = file;
    }

    SectorFile file() {
        return file;
    }

    /** Not on the disk before {@link SectorFile#sync()}. */
    void append(long number, byte[] payload) {
        var frame = frame(number, payload);
        file.append(frame, frame.length);
    }

    private static byte[] frame(long number, byte[] payload) {
        return ByteBuffer.allocate(HEADER + payload.length)
                .putInt(MAGIC)
                .putInt(payload.length)
                .putLong(number)
                .putInt(sum(number, payload, 0, payload.length))
                .put(payload)
                .array();
    }

    private static int sum(long number, byte[] bytes, int from, int length) {
        var crc = new CRC32();
        crc.update(ByteBuffer.allocate(12).putLong(number).putInt(length).array());
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    /**
     * What a reader found.
     *
     * @param damaged numbers of records that are there although their checksum is wrong
     * @param tornTail whether something unreadable lay behind the last one
     */
    record Found(List<Long> numbers, Set<Long> damaged, boolean tornTail) {}

    List<Long> recover() {
        return recover(false).numbers();
    }

    /** The whole records from the beginning; what lies behind them is cut off. */
    Found recover(boolean trusting) {
        var numbers = new ArrayList<Long>();
        var damaged = new HashSet<Long>();
        var bytes = file.read();
        int at = 0;
        while (at + HEADER <= bytes.length) {
            var header = ByteBuffer.wrap(bytes, at, HEADER);
            int magic = header.getInt();
            int length = header.getInt();
            long number = header.getLong();
            int sum = header.getInt();
            boolean there = magic == MAGIC && length >= 0 && length <= bytes.length - at - HEADER;
            boolean whole = there && sum(number, bytes, at + HEADER, length) == sum;
            if (there && !whole && trusting) {
                damaged.add(number);
            } else if (!whole) {
                break;
            }
            numbers.add(number);
            at += HEADER + length;
        }
        boolean torn = at < bytes.length;
        file.truncate(at);
        return new Found(numbers, damaged, torn);
    }
}
