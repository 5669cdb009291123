package de.mobilermarktplatz.contract.mirror;

import de.mobilermarktplatz.contract.crypto.X25519;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/**
 * The county's key to the mirror files of its tablets. Tablets know only its public half.
 *
 * @param seed private, 32 bytes (X25519)
 */
public record RecoveryKey(Bytes seed) {

    private static final int GROUP = 8;
    private static final int CHECK_BYTES = 4;

    public RecoveryKey {
        if (seed.length() != X25519.KEY_BYTES) {
            throw new IllegalArgumentException("a recovery key has 32 bytes, not " + seed.length());
        }
    }

    /** 32 bytes, for the tablets. */
    public Bytes publicKey() {
        return X25519.publicKey(seed);
    }

    /**
     * For paper in a safe: hexadecimal digits in groups of eight; the last group is a check over
     * the others.
     */
    public String printed() {
        return (seed.hex() + check(seed).hex())
                .toUpperCase(Locale.ROOT)
                .replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** Reads {@link #printed()} as somebody typed it; empty when the check does not fit. */
    public static Optional<RecoveryKey> parse(String typed) {
        String digits = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{" + 2 * (X25519.KEY_BYTES + CHECK_BYTES) + "}")) {
            return Optional.empty();
        }
        Bytes seed = Bytes.ofHex(digits.substring(0, 2 * X25519.KEY_BYTES));
        return digits.endsWith(check(seed).hex())
                ? Optional.of(new RecoveryKey(seed))
                : Optional.empty();
    }

    private static Bytes check(Bytes seed) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(seed.toArray()))
                    .first(CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Never the seed. */
    @Override
    public String toString() {
        return "RecoveryKey[" + publicKey() + "]";
    }
}
