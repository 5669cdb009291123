package de.mobilermarktplatz.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.money.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireTest {

    record Inner(Money price, @Nullable String note) {}

    record Outer(int number, List<Inner> inner, Map<String, Long> heads) {}

    @Test
    void aRecordIsAnArrayOfItsComponentsInShortestForm() {
        Outer outer =
                new Outer(23, List.of(new Inner(Money.cents(-1), null)), Map.of("b", 2L, "a", 1L));

        assertThat(Bytes.of(Wire.write(outer)).hex())
                .isEqualTo(
                        "83" + "17" + "81" + "82" + "20" + "f6" + "84" + "6161" + "01" + "6162"
                                + "02");
        assertThat(Wire.read(Wire.write(outer), Outer.class)).isEqualTo(outer);
    }

    @Test
    void whatDoesNotFitIsNamedByItsPath() {
        assertRefused(
                "831781820100f6" + "80",
                "inner[0].note: expected a text but found VALUE_NUMBER_INT");
        assertRefused("8317818080", "inner[0].price: is missing");
        assertRefused("8317f680", "inner: expected a list but found VALUE_NULL");
        assertRefused("8317808001", "bytes left after the end");
        assertRefused("83" + "1b0000000100000000" + "8080", null);
        assertRefused("", "expected Outer as an array but found the end");
    }

    @Test
    void floatingPointHasNoPlaceHere() {
        assertRefused(
                "83" + "fb3ff0000000000000" + "8080",
                "number: expected an integer but found VALUE_NUMBER_FLOAT");
    }

    @Test
    void unpackedBytesHaveALimit() {
        byte[] bomb = Deflate.compress(new byte[1_000_000]);

        assertThat(bomb.length).isLessThan(2_000);
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Deflate.expand(bomb, 999_999))
                .withMessageContaining("more than 999999 bytes");
        assertThat(Deflate.expand(bomb, 1_000_000)).hasSize(1_000_000);
    }

    @Test
    void damagedOrCutOffCompressionIsRefused() {
        byte[] packed = Deflate.compress(new byte[] {1, 2, 3, 4, 5});

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(
                        () ->
                                Deflate.expand(
                                        Bytes.of(packed).first(packed.length - 2).toArray(), 100))
                .withMessage("compressed bytes are cut off");
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Deflate.expand(new byte[] {-1, -1, -1}, 100))
                .withMessage("damaged compressed bytes");
    }

    private static void assertRefused(String hex, @Nullable String message) {
        var refused =
                assertThatExceptionOfType(WireException.class)
                        .isThrownBy(() -> Wire.read(Bytes.ofHex(hex).toArray(), Outer.class));
        if (message != null) {
            refused.withMessage(message);
        }
    }
}
