package de.mobilermarktplatz.contract.pickup;

import de.mobilermarktplatz.contract.crypto.Ed25519;
import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;

/**
 * A permit with its signature: a CBOR array of both, shown as a QR code in Base45 on the customer's
 * page.
 *
 * @param payload CBOR of the {@link AccountPermit}
 * @param signature over {@code "MMA1"} and the payload, 64 bytes
 */
public record SignedAccountPermit(Bytes payload, Bytes signature) {

    /** Greatest length of the binary form. */
    public static final int MOST_BYTES = 200;

    private static final byte[] LABEL = {'M', 'M', 'A', '1'};

    public static SignedAccountPermit issue(AccountPermit permit, Signer signer) {
        Bytes payload = Bytes.of(Wire.write(permit));
        return new SignedAccountPermit(payload, signer.sign(toSign(payload)));
    }

    /** What the QR code holds; only characters of its dense alphanumeric mode. */
    public String text() {
        return Base45.encode(Wire.write(this));
    }

    /**
     * Takes a scanned text apart without trusting it.
     *
     * @throws WireException if it is no permit at all
     */
    public static SignedAccountPermit parse(String text) {
        byte[] bytes = Base45.decode(text);
        if (bytes.length > MOST_BYTES) {
            throw new WireException(
                    "a permit has at most " + MOST_BYTES + " bytes, not " + bytes.length);
        }
        return Wire.read(bytes, SignedAccountPermit.class);
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
