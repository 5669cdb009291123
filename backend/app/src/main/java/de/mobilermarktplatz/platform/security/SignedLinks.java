package de.mobilermarktplatz.platform.security;

import de.mobilermarktplatz.platform.region.Region;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Personal links that need no password: {@code base64url(expiry|subject).base64url(HMAC-SHA256)},
 * bound to region and purpose. A link is as good as its bearer, so each purpose opens one door
 * only.
 */
@Component
public class SignedLinks {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST = 512;

    private final SecretKeySpec key;
    private final InstantSource clock;

    SignedLinks(Secrets secrets, InstantSource clock) {
        this.key = new SecretKeySpec(secrets.key("signed-links"), "HmacSHA256");
        this.clock = clock;
    }

    /**
     * @param subject what the link is about, an id for example; comes back from {@link #verify}
     */
    public String issue(Region region, String purpose, String subject, Duration valid) {
        String payload =
                ENCODER.encodeToString(
                        (clock.instant().plus(valid).getEpochSecond() + "|" + subject)
                                .getBytes(StandardCharsets.UTF_8));
        return payload + "." + ENCODER.encodeToString(mac(region, purpose, payload));
    }

    /** The subject; empty when the token is foreign, forged, for another purpose or has expired. */
    public Optional<String> verify(Region region, String purpose, String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        String payload = token.substring(0, dot);
        try {
            byte[] given = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(given, mac(region, purpose, payload))) {
                return Optional.empty();
            }
            String text =
                    new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            Instant expiry = Instant.ofEpochSecond(Long.parseLong(text.substring(0, bar)));
            return clock.instant().isBefore(expiry)
                    ? Optional.of(text.substring(bar + 1))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(Region region, String purpose, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(
                    (region.id() + "|" + purpose + "|" + payload).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
