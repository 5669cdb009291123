package de.mobilermarktplatz.contract.pickup;

import de.mobilermarktplatz.contract.crypto.Ed25519;
import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;

/**
 * A permit with its signature.
 *
 * @param payload CBOR of the {@link AccountPermit}
 * @param signature over {@code "MMA1"} and the payload, 64 bytes
 */
public record SignedAccountPermit(Bytes payload, Bytes signature) {

    private static final byte[] LABEL = {'M', 'M', 'A', '1'};

    public static SignedAccountPermit issue(AccountPermit permit, Signer signer) {
        Bytes payload = Bytes.of(Wire.write(permit));
        return new SignedAccountPermit(payload, signer.sign(toSign(payload)));
    }

    /** The content, not yet to be trusted. */
    public AccountPermit permit() {
        return Wire.read(payload.toArray(), AccountPermit.class);
    }

    public boolean isSignedBy(Bytes publicKey) {
        return Ed25519.verify(publicKey, toSign(payload), signature);
    }

    private static byte[] toSign(Bytes payload) {
        return ByteBuffer.allocate(LABEL.length + payload.length())
                .put(LABEL)
                .put(payload.toArray())
                .array();
    }
}
