package de.mobilermarktplatz.contract.device;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;

/**
 * The certificate over the key that asked, and all that a tablet must know of the server's keys.
 *
 * @param certificate CBOR of a {@link DeviceCertificate}
 * @param certificateSignature of the server over it, by the key that it names
 * @param serverKeys all keys that may sign for the server, the next one already among them
 * @param serverKeysSignature of the server over {@link #pinned}, by the certificate's key
 */
public record CertificateReply(
        Bytes certificate,
        Bytes certificateSignature,
        List<ServerPin> serverKeys,
        Bytes serverKeysSignature) {

    /** The bytes that are signed for a list of keys. */
    public static byte[] pinned(List<ServerPin> keys) {
        return Wire.writeArray(List.copyOf(keys));
    }

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads a response body.
     *
     * @throws WireException if it is damaged
     */
    public static CertificateReply decode(byte[] body) {
        return Wire.read(body, CertificateReply.class);
    }
}
