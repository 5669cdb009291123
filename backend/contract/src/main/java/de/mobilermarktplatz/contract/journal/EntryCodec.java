package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.ArrayReader;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Entries as CBOR arrays {@code [ver, seq, op_id, type, wall, tour_gen, boot, boot_id, anchor_ref,
 * body]}.
 *
 * <p>The first four elements keep their place and meaning in every version to come. A body may grow
 * by components that may be null without a new version; any other change needs one.
 *
 * <p>Bytes are dear in a village: {@code wall} is written as milliseconds since the time inside
 * {@code op_id}, and {@code boot} as wall minus monotonic time, which is the same number for every
 * entry of one start of the tablet.
 */
public final class EntryCodec {

    /** Version of the form written here. */
    public static final int VERSION = 1;

    private EntryCodec() {}

    public static byte[] encode(JournalEntry entry) {
        long wall = entry.wall().toEpochMilli();
        return Wire.writeArray(
                List.of(
                        entry.ver(),
                        entry.seq(),
                        entry.opId(),
                        entry.type().code(),
                        Math.subtractExact(wall, UuidV7.millis(entry.opId().value())),
                        entry.tourGen(),
                        Math.subtractExact(wall, entry.monoMillis()),
                        entry.bootId(),
                        entry.anchorRef(),
                        entry.body()));
    }

    /**
     * Reads an entry; a newer version or an unknown type becomes an {@link UnknownEntry}.
     *
     * @throws WireException if a known entry does not hold what it should, naming the field
     */
    public static ReadEntry decode(byte[] bytes) {
        return Wire.readArray(bytes, in -> read(in, bytes));
    }

    /**
     * What kind of entry it is, by its first four elements alone; empty for a type that this
     * version does not know. A whole entry is not read, and whether it is one is not checked.
     *
     * @throws WireException if it does not begin as entries do
     */
    public static Optional<EntryType> typeOf(byte[] bytes) {
        int code =
                Wire.readBeginning(
                        bytes,
                        in -> {
                            var _ = in.next("ver", Integer.class);
                            var _ = in.next("seq", Long.class);
                            var _ = in.next("op_id", OpId.class);
                            return in.next("type", Integer.class);
                        });
        return EntryType.ofCode(code);
    }

    private static ReadEntry read(ArrayReader in, byte[] raw) {
        int ver = in.next("ver", Integer.class);
        long seq = in.next("seq", Long.class);
        OpId opId = in.next("op_id", OpId.class);
        int code = in.next("type", Integer.class);
        EntryType type = EntryType.ofCode(code).orElse(null);
        if (type == null || ver > VERSION) {
            return new UnknownEntry(ver, seq, opId, code, Bytes.of(raw));
        }
        long wall = UuidV7.millis(opId.value()) + in.next("wall", Long.class);
        return new JournalEntry(
                ver,
                seq,
                opId,
                type,
                in.next("tour_gen", Long.class),
                Instant.ofEpochMilli(wall),
                wall - in.next("boot", Long.class),
                in.next("boot_id", BootId.class),
                in.next("anchor_ref", Long.class),
                (EntryBody) in.next(type.name(), type.body()));
    }
}
