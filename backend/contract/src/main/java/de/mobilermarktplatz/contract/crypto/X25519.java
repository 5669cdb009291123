package de.mobilermarktplatz.contract.crypto;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.KeyAgreement;

/**
 * X25519 (RFC 7748) by the JDK, with keys as raw 32 bytes; the fixed DER prefixes are those of RFC
 * 8410.
 */
public final class X25519 {

    /** Length of private and public keys and of what two of them agree on. */
    public static final int KEY_BYTES = 32;

    private static final Bytes PUBLIC_PREFIX = Bytes.ofHex("302a300506032b656e032100");
    private static final Bytes PRIVATE_PREFIX = Bytes.ofHex("302e020100300506032b656e04220420");

    /** The base point, u = 9 in little endian: agreeing with it yields the own public key. */
    private static final Bytes BASE_POINT = Bytes.ofHex("09" + "00".repeat(31));

    private X25519() {}

    /** The public half of a private key of 32 bytes. */
    public static Bytes publicKey(Bytes seed) {
        return agree(seed, BASE_POINT);
    }

    /**
     * What the owner of {@code seed} and the owner of {@code publicKey} both can compute.
     *
     * @return 32 bytes, to be put through a key derivation before use
     * @throws IllegalArgumentException if one of them is no key, or a point that gives away nothing
     */
    public static Bytes agree(Bytes seed, Bytes publicKey) {
        try {
            KeyFactory keys = KeyFactory.getInstance("X25519");
            PrivateKey own =
                    keys.generatePrivate(new PKCS8EncodedKeySpec(der(PRIVATE_PREFIX, seed)));
            PublicKey other =
                    keys.generatePublic(new X509EncodedKeySpec(der(PUBLIC_PREFIX, publicKey)));
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(own);
            var _ = agreement.doPhase(other, true);
            return Bytes.of(agreement.generateSecret());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("these two keys agree on nothing", e);
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
