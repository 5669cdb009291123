package de.mobilermarktplatz.contract.crypto;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * Ed25519 (RFC 8032) by the JDK, with keys as raw 32 bytes; the fixed DER prefixes are those of RFC
 * 8410.
 */
public final class Ed25519 {

    static final Bytes PUBLIC_PREFIX = Bytes.ofHex("302a300506032b6570032100");
    static final Bytes PRIVATE_PREFIX = Bytes.ofHex("302e020100300506032b657004220420");

    /** Length of seeds and public keys. */
    public static final int KEY_BYTES = 32;

    private Ed25519() {}

    /**
     * Signs with a private key's seed.
     *
     * @param seed 32 bytes
     * @return 64 bytes
     */
    public static Bytes sign(Bytes seed, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(der(PRIVATE_PREFIX, seed))));
            signature.update(message);
            return Bytes.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with this key", e);
        }
    }

    /**
     * Whether the signature is that of the message; false also for a key or signature that is none.
     */
    public static boolean verify(Bytes publicKey, byte[] message, Bytes signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(der(PUBLIC_PREFIX, publicKey))));
            check.update(message);
            return check.verify(signature.toArray());
        } catch (GeneralSecurityException | IllegalArgumentException notAKeyOrSignature) {
            return false;
        }
    }

    private static byte[] der(Bytes prefix, Bytes key) {
        if (key.length() != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a key has " + KEY_BYTES + " bytes, not " + key.length());
        }
        return ByteBuffer.allocate(prefix.length() + KEY_BYTES)
                .put(prefix.toArray())
                .put(key.toArray())
                .array();
    }
}
