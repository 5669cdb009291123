package de.mobilermarktplatz.contract.upload;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.Instant;
import java.util.Map;

/**
 * Acknowledgement, clock and change hint in one; sent only after the server's commit.
 *
 * @param ack last sequence the server holds; everything up to it is safe there
 * @param headHash8 first 8 bytes of the chain head after {@code ack}
 * @param durable last sequence that also survives the loss of the server; only this may ever be
 *     pruned
 * @param epoch rises when the server was restored from a backup
 * @param minProto oldest version the server reads
 * @param heads newest sequence of each stream the tablet follows
 * @param ackSignature server's signature over the {@link AckStatement} of {@code ack} and the full
 *     head
 */
public record UploadReply(
        long ack,
        Bytes headHash8,
        long durable,
        long epoch,
        Instant serverTime,
        int minProto,
        int maxProto,
        Map<String, Long> heads,
        Bytes ackSignature) {

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads a response body.
     *
     * @throws WireException if it is damaged
     */
    public static UploadReply decode(byte[] body) {
        return Wire.read(body, UploadReply.class);
    }
}
