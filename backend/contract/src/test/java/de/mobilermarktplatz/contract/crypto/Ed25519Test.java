package de.mobilermarktplatz.contract.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class Ed25519Test {

    private static final Bytes SEED =
            Bytes.ofHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static final Bytes PUBLIC =
            Bytes.ofHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    private static final Bytes SIGNATURE =
            Bytes.ofHex(
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                            + "d25bf5f0595bbe24655141438e7a100b");

    @Test
    void theFirstVectorOfRfc8032() {
        assertThat(Ed25519.sign(SEED, new byte[0])).isEqualTo(SIGNATURE);
        assertThat(Ed25519.verify(PUBLIC, new byte[0], SIGNATURE)).isTrue();
    }

    @Test
    void anotherMessageKeyOrSignatureIsRefused() {
        assertThat(Ed25519.verify(PUBLIC, new byte[] {0}, SIGNATURE)).isFalse();
        assertThat(Ed25519.verify(SEED, new byte[0], SIGNATURE)).isFalse();
        assertThat(Ed25519.verify(PUBLIC, new byte[0], SIGNATURE.first(63))).isFalse();
        assertThat(Ed25519.verify(PUBLIC.first(31), new byte[0], SIGNATURE)).isFalse();
    }

    @Test
    void aFreshKeySignsAndSurvivesStorage() {
        Ed25519KeyPair pair = Ed25519KeyPair.generate(new SecureRandom());
        byte[] message = {1, 2, 3};

        Ed25519KeyPair stored = Ed25519KeyPair.decode(pair.encode());

        assertThat(stored).isEqualTo(pair);
        assertThat(Ed25519.verify(pair.publicKey(), message, stored.sign(message))).isTrue();
        assertThat(pair.toString()).doesNotContain(pair.seed().toString());
    }

    @Test
    void halvesThatDoNotBelongTogetherAreRefused() {
        byte[] mixed =
                new Ed25519KeyPair(SEED, Ed25519KeyPair.generate(new SecureRandom()).publicKey())
                        .encode();

        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519KeyPair.decode(mixed));
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519KeyPair.decode(new byte[63]));
    }
}
