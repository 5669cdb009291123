package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A code for one tablet: two spoken codes, so 50 bits. Only its hash is kept. */
final class OneTimeCode {

    static final Duration LIFE = Duration.ofMinutes(10);

    private OneTimeCode() {}

    static String fresh(RandomGenerator random) {
        return SpokenCode.random(random) + "-" + SpokenCode.random(random);
    }

    /** Typed codes are forgiven their case, spaces and dashes. */
    static byte[] hash(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
