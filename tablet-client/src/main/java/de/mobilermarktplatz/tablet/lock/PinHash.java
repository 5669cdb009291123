package de.mobilermarktplatz.tablet.lock;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PIN that cannot be read back: PBKDF2 with HMAC-SHA-512 and a salt of its own.
 *
 * @param salt 16 bytes
 * @param rounds kept beside the hash, so that a later program may ask for more
 * @param hash 32 bytes
 */
public record PinHash(Bytes salt, int rounds, Bytes hash) {
    /**
     * About a third of a second on a cheap tablet. A PIN has at most a million values, so more
     * would not save it from somebody who holds the disk; it is there against strangers at the van.
     */
    static final int ROUNDS = 100_000;

    private static final int HASH_BITS = 256;

    static PinHash of(String pin, int rounds, RandomGenerator random) {
        var salt = new byte[16];
        random.nextBytes(salt);
        return new PinHash(Bytes.of(salt), rounds, derive(pin, salt, rounds));
    }

    boolean fits(String pin) {
        return MessageDigest.isEqual(derive(pin, salt.toArray(), rounds).toArray(), hash.toArray());
    }

    private static Bytes derive(String pin, byte[] salt, int rounds) {
        var spec = new PBEKeySpec(pin.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return Bytes.of(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(spec)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
