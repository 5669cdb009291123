package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.ArrayReader;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import java.time.Instant;
import java.util.List;

/**
 * Entries as CBOR arrays {@code [ver, seq, op_id, type, tour_gen, wall, mono, boot_id, anchor_ref,
 * body]}.
 *
 * <p>The first four elements keep their place and meaning in every version to come. A body may grow
 * by components that may be null without a new version; any other change needs one.
 */
public final class EntryCodec {

    /** Version of the form written here. */
    public static final int VERSION = 1;

    private EntryCodec() {}

    public static byte[] encode(JournalEntry entry) {
        return Wire.writeArray(
                List.of(
                        entry.ver(),
                        entry.seq(),
                        entry.opId(),
                        entry.type().code(),
                        entry.tourGen(),
                        entry.wall(),
                        entry.monoMillis(),
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

    private static ReadEntry read(ArrayReader in, byte[] raw) {
        int ver = in.next("ver", Integer.class);
        long seq = in.next("seq", Long.class);
        OpId opId = in.next("op_id", OpId.class);
        int code = in.next("type", Integer.class);
        EntryType type = EntryType.ofCode(code).orElse(null);
        if (type == null || ver > VERSION) {
            return new UnknownEntry(ver, seq, opId, code, Bytes.of(raw));
        }
        return new JournalEntry(
                ver,
                seq,
                opId,
                type,
                in.next("tour_gen", Long.class),
                in.next("wall", Instant.class),
                in.next("mono", Long.class),
                in.next("boot_id", BootId.class),
                in.next("anchor_ref", Long.class),
                (EntryBody) in.next(type.name(), type.body()));
    }
}
