package de.mobilermarktplatz.kernel.chain;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ties every entry of a journal to all before it: {@code h_n = SHA-256("MMJ1" | journal | n |
 * h_(n-1) | SHA-256(entry_n))}, with the journal in 16 bytes, n in 8 bytes big endian, and {@code
 * h_0} the hash of the device's certificate.
 */
public final class HashChain {

    /** Length of every hash. */
    public static final int HASH_BYTES = 32;

    private static final byte[] LABEL = "MMJ1".getBytes(StandardCharsets.US_ASCII);

    private HashChain() {}

    /** The head of an empty journal. */
    public static Bytes start(Bytes enrolmentCertificate) {
        return Bytes.of(sha256().digest(enrolmentCertificate.toArray()));
    }

    /**
     * The head after one more entry.
     *
     * @param seq of that entry, from 1
     * @param previous head before it, 32 bytes
     * @param entry raw bytes as stored and sent
     */
    public static Bytes next(JournalId journal, long seq, Bytes previous, Bytes entry) {
        if (previous.length() != HASH_BYTES || seq < 1) {
            throw new IllegalArgumentException(
                    "entry "
                            + seq
                            + " needs a head of "
                            + HASH_BYTES
                            + " bytes, not "
                            + previous.length());
        }
        byte[] link =
                ByteBuffer.allocate(LABEL.length + 16 + Long.BYTES + 2 * HASH_BYTES)
                        .put(LABEL)
                        .putLong(journal.value().getMostSignificantBits())
                        .putLong(journal.value().getLeastSignificantBits())
                        .putLong(seq)
                        .put(previous.toArray())
                        .put(sha256().digest(entry.toArray()))
                        .array();
        return Bytes.of(sha256().digest(link));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
