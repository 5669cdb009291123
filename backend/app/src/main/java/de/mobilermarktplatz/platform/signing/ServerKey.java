package de.mobilermarktplatz.platform.signing;

import de.mobilermarktplatz.platform.security.Secrets;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.springframework.stereotype.Component;

/**
 * The server's own Ed25519 key (RFC 8032): signs pick-up codes, device certificates and
 * acknowledgements. BouncyCastle, because the JDK's Ed25519 is several times slower.
 */
@Component
public class ServerKey {

    /** Number of the key, so that a later one can live beside it. */
    public static final int KID = 1;

    private final Ed25519PrivateKeyParameters key;

    ServerKey(Secrets secrets) {
        this.key = new Ed25519PrivateKeyParameters(secrets.key("server-signing"));
    }

    /** 64 bytes. */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** 32 bytes. */
    public byte[] publicKey() {
        return key.generatePublicKey().getEncoded();
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
