package de.mobilermarktplatz.contract.mirror;

import de.mobilermarktplatz.contract.crypto.X25519;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;

/**
 * Seals records so that only the county can read them; a thief with the card reads nothing, and
 * neither does this tablet after its next start. One per start of the tablet; not safe for several
 * threads.
 */
public final class MirrorSealer {

    private final Bytes writer;
    private final SecretKey key;
    private long counter;

    private MirrorSealer(Bytes writer, SecretKey key) {
        this.writer = writer;
        this.key = key;
    }

    /**
     * @param recoveryPublicKey of the county, 32 bytes
     * @param random a {@code SecureRandom} outside of simulations: the secrecy of everything sealed
     *     hangs on it
     * @throws IllegalArgumentException if that is no key
     */
    public static MirrorSealer to(Bytes recoveryPublicKey, RandomGenerator random) {
        byte[] seed = new byte[X25519.KEY_BYTES];
        random.nextBytes(seed);
        Bytes own = Bytes.of(seed);
        Bytes writer = X25519.publicKey(own);
        Bytes agreed = X25519.agree(own, recoveryPublicKey);
        return new MirrorSealer(writer, MirrorCipher.key(agreed, writer, recoveryPublicKey));
    }

    /** The bytes to append to the file, in one piece; each call gives other bytes. */
    public byte[] seal(MirrorRecord mirrored) {
        return MirrorFrame.of(MirrorCipher.seal(key, writer, counter++, mirrored.encode()));
    }
}
