package de.mobilermarktplatz.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However somebody types what the caller says. */
class PersonSearchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"03471 123456", "03471/12-34-56", "+49 3471 123456", "0049 (3471) 123456"})
    void aNumberIsTheSameHoweverItIsSpaced(String typed) {
        assertThat(PersonSearch.of(typed).digits()).isEqualTo("3471123456");
    }

    @Test
    void aHouseNumberIsNoTelephone() {
        assertThat(PersonSearch.of("123").digits()).isEmpty();
        assertThat(PersonSearch.of("Muster 03471").digits()).isEmpty();
    }

    @Test
    void aCodeIsReadAsItIsSpoken() {
        SpokenCode code = SpokenCode.random(new Random(7));
        assertThat(PersonSearch.of(" " + code.spaced().toLowerCase(java.util.Locale.ROOT)).code())
                .isEqualTo(code.value());
        assertThat(PersonSearch.of("Muster").code()).isEmpty();
    }

    @Test
    void jokersAreLetters() {
        assertThat(PersonSearch.of("50%_!").like()).isEqualTo("%50!%!_!!%");
        assertThat(PersonSearch.isEnough(" x ")).isFalse();
    }
}
