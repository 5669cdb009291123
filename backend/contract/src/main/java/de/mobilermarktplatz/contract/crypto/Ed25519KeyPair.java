package de.mobilermarktplatz.contract.crypto;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A device's key.
 *
 * @param seed private, 32 bytes
 * @param publicKey 32 bytes
 */
public record Ed25519KeyPair(Bytes seed, Bytes publicKey) implements Signer {

    public Ed25519KeyPair {
        if (seed.length() != Ed25519.KEY_BYTES || publicKey.length() != Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException(
                    "seed and public key have " + Ed25519.KEY_BYTES + " bytes each");
        }
    }

    public static Ed25519KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            return new Ed25519KeyPair(
                    lastBytes(pair.getPrivate().getEncoded()),
                    lastBytes(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    /** Both halves in 64 bytes, to be sealed before they are stored. */
    public byte[] encode() {
        return ByteBuffer.allocate(2 * Ed25519.KEY_BYTES)
                .put(seed.toArray())
                .put(publicKey.toArray())
                .array();
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws IllegalArgumentException if the length is wrong or the halves do not belong together
     */
    public static Ed25519KeyPair decode(byte[] encoded) {
        if (encoded.length != 2 * Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("a key pair has 64 bytes, not " + encoded.length);
        }
        Ed25519KeyPair pair =
                new Ed25519KeyPair(Bytes.of(encoded).first(Ed25519.KEY_BYTES), lastBytes(encoded));
        byte[] probe = {'p', 'r', 'o', 'b', 'e'};
        if (!Ed25519.verify(pair.publicKey, probe, pair.sign(probe))) {
            throw new IllegalArgumentException("seed and public key do not belong together");
        }
        return pair;
    }

    @Override
    public Bytes sign(byte[] message) {
        return Ed25519.sign(seed, message);
    }

    /** Never the seed. */
    @Override
    public String toString() {
        return "Ed25519KeyPair[" + publicKey + "]";
    }

    private static Bytes lastBytes(byte[] encoded) {
        return Bytes.of(
                Arrays.copyOfRange(encoded, encoded.length - Ed25519.KEY_BYTES, encoded.length));
    }
}
