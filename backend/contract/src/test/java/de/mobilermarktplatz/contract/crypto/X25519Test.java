package de.mobilermarktplatz.contract.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.contract.Seeds;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import org.junit.jupiter.api.Test;

class X25519Test {

    /** RFC 7748, section 5.2: one iteration from k = u = 9. */
    @Test
    void itComputesWhatTheStandardSays() {
        Bytes nine = Bytes.ofHex("09" + "00".repeat(31));

        assertThat(X25519.agree(nine, nine).hex())
                .isEqualTo("422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079");
    }

    @Test
    void twoOwnersAgree() {
        Seeds.forEach(
                20,
                random -> {
                    byte[] one = new byte[32];
                    byte[] two = new byte[32];
                    random.nextBytes(one);
                    random.nextBytes(two);
                    Bytes a = Bytes.of(one);
                    Bytes b = Bytes.of(two);
                    assertThat(X25519.agree(a, X25519.publicKey(b)))
                            .isEqualTo(X25519.agree(b, X25519.publicKey(a)));
                });
    }

    @Test
    void whatIsNoKeyIsRefused() {
        Bytes key = Bytes.ofHex("11".repeat(32));
        assertThatThrownBy(() -> X25519.agree(key, Bytes.ofHex("11")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> X25519.agree(key, Bytes.ofHex("00".repeat(32))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
