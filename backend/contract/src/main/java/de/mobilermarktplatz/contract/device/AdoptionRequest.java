package de.mobilermarktplatz.contract.device;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A tablet introduces itself to a server that was restored from a backup older than its enrolment,
 * or than its key: the server believes its own signature.
 *
 * @param certificate of the enrolment, where the journal's chain begins
 * @param deviceName what the office called it
 * @param newest the latest certificate, null when it is still the first
 * @param newestSignature of the server over it, null with it
 */
public record AdoptionRequest(
        Bytes certificate,
        Bytes certificateSignature,
        String deviceName,
        @Nullable Bytes newest,
        @Nullable Bytes newestSignature) {

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads a request body.
     *
     * @throws WireException if it is damaged
     */
    public static AdoptionRequest decode(byte[] body) {
        return Wire.read(body, AdoptionRequest.class);
    }
}
