package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.device.DeviceCertificate;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.RegionId;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a tablet that is unknown here proves about itself by certificates that this server signed,
 * once upon a time.
 *
 * @param first certificate of its enrolment
 * @param firstBytes as signed; the journal's chain begins with their hash
 * @param newest the latest one, often the same
 */
public record Introduction(DeviceCertificate first, Bytes firstBytes, DeviceCertificate newest) {

    /**
     * Empty unless both certificates are this server's for this region and the same device.
     *
     * @param signedByServer whether one of the server's keys signed these bytes
     */
    public static Optional<Introduction> of(
            AdoptionRequest request, RegionId region, BiPredicate<Bytes, Bytes> signedByServer) {
        DeviceCertificate first =
                read(request.certificate(), request.certificateSignature(), signedByServer);
        DeviceCertificate newest =
                request.newest() == null
                        ? first
                        : read(request.newest(), request.newestSignature(), signedByServer);
        if (first == null || newest == null) {
            return Optional.empty();
        }
        boolean fits =
                first.region().equals(region)
                        && newest.region().equals(region)
                        && first.device().equals(newest.device())
                        && first.journal().equals(newest.journal());
        return fits
                ? Optional.of(new Introduction(first, request.certificate(), newest))
                : Optional.empty();
    }

    private static @Nullable DeviceCertificate read(
            @Nullable Bytes certificate,
            @Nullable Bytes signature,
            BiPredicate<Bytes, Bytes> signedByServer) {
        if (certificate == null
                || signature == null
                || !signedByServer.test(certificate, signature)) {
            return null;
        }
        try {
            return DeviceCertificate.decode(certificate);
        } catch (WireException anotherVersion) {
            return null;
        }
    }
}
