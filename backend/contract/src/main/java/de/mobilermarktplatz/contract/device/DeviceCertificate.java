package de.mobilermarktplatz.contract.device;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.RegionId;
import java.time.Instant;

/**
 * Who a device is; signed by the server's key {@code kid}.
 *
 * @param publicKey of the device, 32 bytes
 * @param validUntil after this the tablet still sells and uploads, but gets no tour
 */
public record DeviceCertificate(
        DeviceId device,
        RegionId region,
        JournalId journal,
        int tillNumber,
        Bytes publicKey,
        Instant validFrom,
        Instant validUntil,
        int kid) {

    public Bytes encode() {
        return Bytes.of(Wire.write(this));
    }

    /**
     * Reads a certificate; its signature is another matter.
     *
     * @throws WireException if it is damaged
     */
    public static DeviceCertificate decode(Bytes certificate) {
        return Wire.read(certificate.toArray(), DeviceCertificate.class);
    }
}
