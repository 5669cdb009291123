package de.mobilermarktplatz.contract.upload;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.nio.ByteBuffer;

/**
 * What the server signs: journal, last sequence held, chain head.
 *
 * @param headHash 32 bytes
 */
public record AckStatement(JournalId journal, long ack, Bytes headHash) {

    private static final byte[] LABEL = {'M', 'M', 'A', '1'};

    /** {@code "MMA1" | journal (16 bytes) | ack (8 bytes, big endian) | head (32 bytes)}. */
    public byte[] toSign() {
        return ByteBuffer.allocate(LABEL.length + 24 + headHash.length())
                .put(LABEL)
                .putLong(journal.value().getMostSignificantBits())
                .putLong(journal.value().getLeastSignificantBits())
                .putLong(ack)
                .put(headHash.toArray())
                .array();
    }
}
