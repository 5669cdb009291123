package de.mobilermarktplatz.kernel.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void equalContentIsEqual() {
        assertThat(Bytes.of(new byte[] {1, -1}))
                .isEqualTo(Bytes.ofHex("01ff"))
                .hasSameHashCodeAs(Bytes.ofHex("01ff"));
        assertThat(Bytes.ofHex("01ff")).isNotEqualTo(Bytes.ofHex("01fe"));
    }

    @Test
    void nobodyCanChangeItFromOutside() {
        byte[] given = {1, 2};
        Bytes bytes = Bytes.of(given);
        given[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes.hex()).isEqualTo("0102");
    }

    @Test
    void aPrefixIsAShortForm() {
        Bytes bytes = Bytes.ofHex("0102030405");

        assertThat(bytes.first(2).hex()).isEqualTo("0102");
        assertThat(bytes.first(9)).isSameAs(bytes);
        assertThat(bytes.startsWith(bytes.first(3))).isTrue();
        assertThat(bytes.startsWith(Bytes.ofHex("02"))).isFalse();
        assertThat(bytes.base64()).isEqualTo("AQIDBAU=");
    }
}
