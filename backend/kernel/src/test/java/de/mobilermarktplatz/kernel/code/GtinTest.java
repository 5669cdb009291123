package de.mobilermarktplatz.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4006381333931",
                "96385074",
                "036000291452",
                "10614141000415",
                "4 006381-333931"
            })
    void aCorrectNumberIsAccepted(String text) {
        assertThat(Gtin.find(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4006381333932",
                "4006381333391",
                "12345",
                "",
                "400638133393X",
                "４００６３８１３３３９３１"
            })
    void anythingElseIsNot(String text) {
        assertThat(Gtin.find(text)).isEmpty();
    }

    @Test
    void theMessageNamesTheDigitThatBelongsThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gtin.parse("4006381333932"))
                .withMessageContaining("its check digit is 1");
    }

    @Test
    void shortAndLongFormsAreTheSameItem() {
        assertThat(Gtin.parse("036000291452").asGtin14()).isEqualTo("00036000291452");
        assertThat(Gtin.parse("0036000291452").asGtin14()).isEqualTo("00036000291452");
    }

    @Test
    void numbersOfAShopsOwnAreTold() {
        assertThat(Gtin.parse("2012345012349").isInStore()).isTrue();
        assertThat(Gtin.parse("4006381333931").isInStore()).isFalse();
    }
}
