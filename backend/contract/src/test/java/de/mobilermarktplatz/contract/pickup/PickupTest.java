package de.mobilermarktplatz.contract.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.mobilermarktplatz.contract.Seeds;
import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.pickup.PickupCheck.Reason;
import de.mobilermarktplatz.contract.pickup.PickupCheck.Refused;
import de.mobilermarktplatz.contract.pickup.PickupCheck.Valid;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickupTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Ed25519KeyPair SERVER = Ed25519KeyPair.generate(new SecureRandom());
    private static final Map<Integer, Bytes> KEYS = Map.of(3, SERVER.publicKey());

    private final PickupToken token =
            new PickupToken(
                    3,
                    OrderId.of("019df205-0850-7000-8000-000000000001"),
                    LocalDate.of(2026, 5, 4),
                    70_000,
                    NOW.plusSeconds(1),
                    PickupToken.PAID_ONLINE);
    private final String text = SignedPickupToken.issue(token, SERVER).text();

    @Test
    void aGoodCodeIsAcceptedAndSaysWhichOrder() {
        assertThat(PickupCheck.of(text, KEYS, NOW)).isEqualTo(new Valid(token));
        assertThat(token.isPaidOnline()).isTrue();
    }

    @Test
    void itFitsASmallQrCode() {
        assertThat(Base45.decode(text).length).isLessThanOrEqualTo(SignedPickupToken.MOST_BYTES);
        assertThat(text).matches("[0-9A-Z $%*+\\-./:]+");
        System.out.printf(
                "pick-up token: %d bytes, %d characters%n",
                Base45.decode(text).length, text.length());
    }

    @Test
    void everyTamperedBitIsRefused() {
        byte[] bytes = Base45.decode(text);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(PickupCheck.of(Base45.encode(changed), KEYS, NOW))
                    .as("bit %d", bit)
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void eachReasonIsTold() {
        assertThat(PickupCheck.of("https://example.org", KEYS, NOW))
                .isEqualTo(new Refused(Reason.NO_TOKEN));
        assertThat(PickupCheck.of(text, Map.of(), NOW)).isEqualTo(new Refused(Reason.UNKNOWN_KEY));
        assertThat(PickupCheck.of(text, KEYS, token.exp())).isEqualTo(new Refused(Reason.EXPIRED));
        String forged =
                SignedPickupToken.issue(token, Ed25519KeyPair.generate(new SecureRandom())).text();
        assertThat(PickupCheck.of(forged, KEYS, NOW)).isEqualTo(new Refused(Reason.BAD_SIGNATURE));
    }

    /** Examples of RFC 9285, sections 4.3 and 4.4. */
    @ParameterizedTest
    @CsvSource({"AB,BB8", "Hello!!,%69 VD92EX0", "base-45,UJCLQE7W581", "ietf!,QED8WEX0"})
    void base45FollowsTheRfc(String plain, String encoded) {
        assertThat(Base45.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(new String(Base45.decode(encoded), StandardCharsets.US_ASCII)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAA", "GGW", ":::", "::", "abc", "Ä00"})
    void whatIsNoBase45IsRefused(String text) {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> Base45.decode(text));
    }

    @Test
    void anyBytesSurviveBase45() {
        Seeds.forEach(
                500,
                random -> {
                    byte[] bytes = new byte[random.nextInt(200)];
                    random.nextBytes(bytes);
                    assertThat(Base45.decode(Base45.encode(bytes))).isEqualTo(bytes);
                });
    }
}
