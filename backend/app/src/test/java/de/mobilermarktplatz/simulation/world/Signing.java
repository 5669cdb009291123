package de.mobilermarktplatz.simulation.world;

import de.mobilermarktplatz.contract.crypto.Ed25519;
import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.crypto.Verifier;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Keys and signatures: real ones, or a keyed hash that is a hundred times as fast. */
public interface Signing extends Verifier {
    /** A fresh key. */
    record Key(Bytes publicKey, Signer signer) {}

    Key key(SplittableRandom random);

    /** Deterministic, not secure: whoever knows the public key can sign. */
    static Signing fast() {
        return new Signing() {
            @Override
            public Key key(SplittableRandom random) {
                var key = random32(random);
                return new Key(key, message -> mac(key, message));
            }

            @Override
            public boolean signed(Bytes publicKey, byte[] message, Bytes signature) {
                return mac(publicKey, message).equals(signature);
            }
        };
    }

    /** Ed25519 by the JDK. */
    static Signing real() {
        return new Signing() {
            @Override
            public Key key(SplittableRandom random) {
                var seed = random32(random);
                return new Key(publicKey(seed), message -> Ed25519.sign(seed, message));
            }

            @Override
            public boolean signed(Bytes publicKey, byte[] message, Bytes signature) {
                return Ed25519.verify(publicKey, message, signature);
            }
        };
    }

    private static Bytes publicKey(Bytes seed) {
        try {
            var random =
                    new java.security.SecureRandom() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        public void nextBytes(byte[] bytes) {
                            System.arraycopy(seed.toArray(), 0, bytes, 0, bytes.length);
                        }
                    };
            var generator = java.security.KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            var encoded = generator.generateKeyPair().getPublic().getEncoded();
            var spec = new java.security.spec.X509EncodedKeySpec(encoded);
            var again = KeyFactory.getInstance("Ed25519").generatePublic(spec).getEncoded();
            return Bytes.ofHex(HexFormat.of().formatHex(again, again.length - 32, again.length));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bytes random32(SplittableRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private static Bytes mac(Bytes key, byte[] message) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(key.toArray());
            var once = hash.digest(message);
            return Bytes.of(ByteBuffer.allocate(64).put(once).put(once).array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
