package de.mobilermarktplatz.contract.upload;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.nio.ByteBuffer;

/**
 * What the server signs about entries that it keeps apart: journal, last sequence kept, chain head
 * after it. Another label than {@link AckStatement}'s, so neither can ever be shown as the other.
 *
 * @param headHash 32 bytes
 */
public record KeptStatement(JournalId journal, long upTo, Bytes headHash) {

    private static final byte[] LABEL = {'M', 'M', 'K', '1'};

    /** {@code "MMK1" | journal (16 bytes) | upTo (8 bytes, big endian) | head (32 bytes)}. */
    public byte[] toSign() {
        return ByteBuffer.allocate(LABEL.length + 24 + headHash.length())
                .put(LABEL)
                .putLong(journal.value().getMostSignificantBits())
                .putLong(journal.value().getLeastSignificantBits())
                .putLong(upTo)
                .put(headHash.toArray())
                .array();
    }
}
