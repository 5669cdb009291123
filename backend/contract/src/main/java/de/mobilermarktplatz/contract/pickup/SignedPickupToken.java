package de.mobilermarktplatz.contract.pickup;

import de.mobilermarktplatz.contract.crypto.Ed25519;
import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;

/**
 * A token with its signature: a CBOR array of both, at most 120 bytes, shown as a QR code in
 * Base45.
 *
 * @param payload CBOR of the {@link PickupToken}
 * @param signature over {@code "MMP1"} and the payload, 64 bytes
 */
public record SignedPickupToken(Bytes payload, Bytes signature) {

    /** Greatest length of the binary form. */
    public static final int MOST_BYTES = 120;

    private static final byte[] LABEL = {'M', 'M', 'P', '1'};

    public static SignedPickupToken issue(PickupToken token, Signer signer) {
        Bytes payload = Bytes.of(Wire.write(token));
        return new SignedPickupToken(payload, signer.sign(toSign(payload)));
    }

    /** What the QR code holds; only characters of its dense alphanumeric mode. */
    public String text() {
        return Base45.encode(Wire.write(this));
    }

    /**
     * Takes a scanned text apart without trusting it.
     *
     * @throws WireException if it is no token at all
     */
    public static SignedPickupToken parse(String text) {
        byte[] bytes = Base45.decode(text);
        if (bytes.length > MOST_BYTES) {
            throw new WireException(
                    "a token has at most " + MOST_BYTES + " bytes, not " + bytes.length);
        }
        return Wire.read(bytes, SignedPickupToken.class);
    }

    /** The content, not yet to be trusted. */
    public PickupToken token() {
        return Wire.read(payload.toArray(), PickupToken.class);
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
