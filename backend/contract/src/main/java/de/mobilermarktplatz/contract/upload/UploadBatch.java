package de.mobilermarktplatz.contract.upload;

import de.mobilermarktplatz.contract.wire.Deflate;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive entries of one journal. The body of the request is the raw DEFLATE of this record's
 * CBOR.
 *
 * @param proto version, {@link Protocol#CURRENT}
 * @param epochSeen the server's epoch the tablet last saw, 0 before the first reply
 * @param from sequence of the first entry
 * @param prevHash8 first 8 bytes of the chain head before {@code from}
 * @param entries raw bytes as hashed, never encoded anew
 * @param signature device key's Ed25519 signature over the 32-byte chain head after the last entry
 * @param lastAck the newest signed acknowledgement the tablet holds, null before the first
 */
public record UploadBatch(
        int proto,
        long epochSeen,
        long from,
        Bytes prevHash8,
        List<Bytes> entries,
        Bytes signature,
        @Nullable SignedAck lastAck) {

    public byte[] encode() {
        return Deflate.compress(Wire.write(this));
    }

    /**
     * The version alone, which stands first in every version to come.
     *
     * @throws WireException if the body is damaged, too long or begins with no version
     */
    public static int protoOf(byte[] body) {
        return Wire.readArray(
                Deflate.expand(body, Protocol.MOST_BATCH_BYTES),
                in -> in.next("proto", Integer.class));
    }

    /**
     * Reads a request body.
     *
     * @throws WireException if it is damaged, too long or no batch
     */
    public static UploadBatch decode(byte[] body) {
        return Wire.read(Deflate.expand(body, Protocol.MOST_BATCH_BYTES), UploadBatch.class);
    }
}
