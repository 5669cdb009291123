package de.mobilermarktplatz.ordering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two requests under one idempotency key ask for the same order. */
final class RequestHash {
    private RequestHash() {}

    /** SHA-256 in hexadecimal over everything that was asked, the key itself left out. */
    static String of(PlaceOrder wish) {
        String asked =
                wish.call() + "|" + wish.customer() + "|" + wish.payBy() + "|" + wish.wishes();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(asked.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
