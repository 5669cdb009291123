package de.mobilermarktplatz.contract.mirror;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.util.List;

/** What stands in a mirror file, before it is sealed: {@code [kind, record]}. */
public sealed interface MirrorRecord permits MirrorHeader, MirrorEntry {

    JournalId journal();

    /** Its CBOR. */
    default byte[] encode() {
        return Wire.writeArray(
                switch (this) {
                    case MirrorHeader header -> List.of(MirrorHeader.KIND, header);
                    case MirrorEntry entry -> List.of(MirrorEntry.KIND, entry);
                });
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws WireException if it is damaged or of a kind that this version does not know
     */
    static MirrorRecord decode(byte[] bytes) {
        return Wire.readArray(
                bytes,
                in -> {
                    int kind = in.next("kind", Integer.class);
                    return switch (kind) {
                        case MirrorHeader.KIND -> in.next("header", MirrorHeader.class);
                        case MirrorEntry.KIND -> in.next("entry", MirrorEntry.class);
                        default -> throw new WireException("no mirror record of kind " + kind);
                    };
                });
    }
}
