package de.mobilermarktplatz.platform.signing;

import de.mobilermarktplatz.platform.StartRefused;
import de.mobilermarktplatz.platform.security.Secrets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The server's own Ed25519 keys (RFC 8032): they sign pick-up codes, device certificates and
 * acknowledgements. BouncyCastle, because the JDK's Ed25519 is several times slower.
 *
 * <p>One key signs, chosen by {@code marktplatz.server-key} (1 at the beginning). The next one is
 * made already and told to every tablet, so that raising the number by one surprises nobody; what
 * the earlier ones signed stays true.
 */
@Component
public class ServerKey {

    /** More numbers than this were never given out. */
    private static final int MOST = 100;

    private final SortedMap<Integer, Ed25519PrivateKeyParameters> keys = new TreeMap<>();
    private final int active;

    /**
     * @param active number of the key that signs, from 1 to {@value #MOST}
     */
    ServerKey(Secrets secrets, @Value("${marktplatz.server-key:1}") int active) {
        if (active < 1 || active > MOST) {
            throw new StartRefused(
                    "marktplatz.server-key=%d gibt es nicht. Erlaubt ist 1 bis %d."
                            .formatted(active, MOST));
        }
        this.active = active;
        for (int kid = 1; kid <= active + 1; kid++) {
            String name = kid == 1 ? "server-signing" : "server-signing-" + kid;
            var _ = keys.put(kid, new Ed25519PrivateKeyParameters(secrets.key(name)));
        }
    }

    /** Number of the key that signs. */
    public int kid() {
        return active;
    }

    /** 64 bytes. */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, Objects.requireNonNull(keys.get(active)));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Of the key that signs, 32 bytes. */
    public byte[] publicKey() {
        return publicKey(active);
    }

    /** What tablets may believe, by number: all so far and the next one, 32 bytes each. */
    public SortedMap<Integer, byte[]> pinned() {
        SortedMap<Integer, byte[]> pinned = new TreeMap<>();
        keys.keySet()
                .forEach(
                        kid -> {
                            var _ = pinned.put(kid, publicKey(kid));
                        });
        return pinned;
    }

    /** Whether one of this server's keys signed it. */
    public boolean isOwn(byte[] message, byte[] signature) {
        return pinned().values().stream().anyMatch(key -> verify(key, message, signature));
    }

    private byte[] publicKey(int kid) {
        return Objects.requireNonNull(keys.get(kid)).generatePublicKey().getEncoded();
    }

    /** False also for a key or signature of the wrong length. */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != Ed25519PublicKeyParameters.KEY_SIZE) {
            return false;
        }
        try {
            Ed25519Signer check = new Ed25519Signer();
            check.init(false, new Ed25519PublicKeyParameters(publicKey));
            check.update(message, 0, message.length);
            return check.verifySignature(signature);
        } catch (IllegalArgumentException notAKey) {
            return false;
        }
    }
}
