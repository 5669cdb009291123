package de.mobilermarktplatz.contract.device;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;

/**
 * Turns a one-time code into a till.
 *
 * @param code as scanned or typed, valid for 10 minutes, once
 * @param publicKey Ed25519, 32 bytes; its private half never leaves the tablet
 * @param deviceName what the office will call it, at most 60 characters
 */
public record EnrolmentRequest(String code, Bytes publicKey, String deviceName, JournalId journal) {

    public EnrolmentRequest {
        if (publicKey.length() != 32) {
            throw new IllegalArgumentException(
                    "a public key has 32 bytes, not " + publicKey.length());
        }
    }

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads a request body.
     *
     * @throws WireException if it is damaged
     */
    public static EnrolmentRequest decode(byte[] body) {
        return Wire.read(body, EnrolmentRequest.class);
    }
}
