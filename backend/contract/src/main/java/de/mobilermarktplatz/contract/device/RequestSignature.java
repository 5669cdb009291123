package de.mobilermarktplatz.contract.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a device signs to prove a request; the signature travels as base64 in {@link #SIGNATURE}.
 */
public final class RequestSignature {

    /** Id of the device. */
    public static final String DEVICE = "MM-Device";

    /** Unix milliseconds; the server allows five minutes either way. */
    public static final String TIME = "MM-Time";

    /** Used once within that window; at most 64 characters. */
    public static final String NONCE = "MM-Nonce";

    /**
     * Major version of what the program reads downwards; not signed, because who lies about it only
     * harms himself. Programs of version 1 did not send it.
     */
    public static final String VERSION = "MM-Version";

    /** Base64 of the Ed25519 signature. */
    public static final String SIGNATURE = "MM-Signature";

    private RequestSignature() {}

    /**
     * The signed bytes.
     *
     * @param pathAndQuery as on the request line, {@code /sync/v1/x/journals/y/entries?from=7}
     * @param body of the request, empty if it has none
     */
    public static byte[] toSign(
            String method, String pathAndQuery, byte[] body, long timeMillis, String nonce) {
        String text =
                String.join(
                        "\n",
                        "MMR1",
                        method,
                        pathAndQuery,
                        sha256(body),
                        Long.toString(timeMillis),
                        nonce);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
