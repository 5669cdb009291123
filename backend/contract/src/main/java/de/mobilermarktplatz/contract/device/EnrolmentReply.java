package de.mobilermarktplatz.contract.device;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a tablet a till.
 *
 * @param zone time zone of the region, such as {@code Europe/Berlin}
 * @param tillNumber number of the till in its region, from 1
 * @param serverPublicKey Ed25519, 32 bytes, for acknowledgements and pick-up codes
 * @param kid number of that key
 * @param certificate CBOR of a {@link DeviceCertificate}; the journal's chain starts with its hash
 * @param certificateSignature of the server over {@code certificate}
 * @param mode kept by the tablet for as long as it is enrolled; null, as LIVE, in a reply that is
 *     older than the mode
 * @param recoveryKey public key of the county (X25519, 32 bytes) that the journal's second copy is
 *     sealed to; null in a reply that is older than second copies
 * @param serverKeys all keys that may sign for the server, {@code serverPublicKey} among them and
 *     the next one already; null in an older reply
 */
public record EnrolmentReply(
        DeviceId device,
        String regionSlug,
        String regionName,
        String zone,
        int tillNumber,
        Bytes serverPublicKey,
        int kid,
        Bytes certificate,
        Bytes certificateSignature,
        long epoch,
        Instant serverTime,
        @Nullable ServerMode mode,
        @Nullable Bytes recoveryKey,
        @Nullable List<ServerPin> serverKeys) {

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads a response body.
     *
     * @throws WireException if it is damaged
     */
    public static EnrolmentReply decode(byte[] body) {
        return Wire.read(body, EnrolmentReply.class);
    }
}
