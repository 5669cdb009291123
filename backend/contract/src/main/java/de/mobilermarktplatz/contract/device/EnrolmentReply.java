package de.mobilermarktplatz.contract.device;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import java.time.Instant;
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
        @Nullable ServerMode mode) {

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
