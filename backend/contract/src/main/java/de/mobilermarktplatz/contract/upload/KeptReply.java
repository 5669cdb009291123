package de.mobilermarktplatz.contract.upload;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * How far a journal is kept apart: the sender may go on behind it, but nothing of it is in the
 * books and nothing may ever be pruned for it. Stands in the problem (RFC 9457) that refuses the
 * batch, as base64 in the parameter {@link #PARAMETER}; older tablets read the words alone.
 *
 * @param upTo last sequence that is kept without a gap behind what is held
 * @param headHash8 first 8 bytes of the chain head after {@code upTo}
 * @param signature server's signature over the {@link KeptStatement} of {@code upTo} and the full
 *     head
 */
public record KeptReply(long upTo, Bytes headHash8, Bytes signature) {

    public static final String PARAMETER = "kept";

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads the parameter's bytes.
     *
     * @throws WireException if they are damaged
     */
    public static KeptReply decode(byte[] bytes) {
        return Wire.read(bytes, KeptReply.class);
    }
}
