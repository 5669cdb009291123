package de.mobilermarktplatz.contract.mirror;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The inner form: {@code version (1) | writer's one-time public key (32) | counter (8) |
 * AES-256-GCM text and tag}. Version, key and counter are authenticated with it. The key comes from
 * X25519 through HKDF-SHA256 (RFC 5869); the nonce is the counter behind four zero bytes, never
 * used twice under one key because each start of a writer has a one-time key of its own.
 */
final class MirrorCipher {

    static final int OPEN_BYTES = 1 + 32 + Long.BYTES;
    static final byte VERSION = 1;

    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final byte[] SALT = "MMM1".getBytes(StandardCharsets.US_ASCII);

    private MirrorCipher() {}

    /** The key that writer and county share. */
    static SecretKey key(Bytes agreed, Bytes writer, Bytes county) {
        try {
            byte[] both =
                    ByteBuffer.allocate(writer.length() + county.length())
                            .put(writer.toArray())
                            .put(county.toArray())
                            .array();
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(agreed.toArray())
                                    .addSalt(SALT)
                                    .thenExpand(both, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 25 on has HKDF", e);
        }
    }

    static byte[] seal(SecretKey key, Bytes writer, long counter, byte[] plain) {
        byte[] open =
                ByteBuffer.allocate(OPEN_BYTES)
                        .put(VERSION)
                        .put(writer.toArray())
                        .putLong(counter)
                        .array();
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, key, counter, open).doFinal(plain);
            return ByteBuffer.allocate(OPEN_BYTES + text.length).put(open).put(text).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal a mirror record", e);
        }
    }

    /**
     * @throws GeneralSecurityException if it was not sealed with this key
     */
    static byte[] open(SecretKey key, byte[] content) throws GeneralSecurityException {
        ByteBuffer whole = ByteBuffer.wrap(content);
        byte[] open = new byte[OPEN_BYTES];
        var _ = whole.get(open);
        long counter = ByteBuffer.wrap(open).getLong(OPEN_BYTES - Long.BYTES);
        return cipher(Cipher.DECRYPT_MODE, key, counter, open)
                .doFinal(content, OPEN_BYTES, content.length - OPEN_BYTES);
    }

    private static Cipher cipher(int mode, SecretKey key, long counter, byte[] open)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(counter).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(open);
        return cipher;
    }
}
