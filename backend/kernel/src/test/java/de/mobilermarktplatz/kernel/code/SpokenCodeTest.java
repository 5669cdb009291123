package de.mobilermarktplatz.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.mobilermarktplatz.kernel.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpokenCodeTest {

    private static final String ALPHABET = SpokenCode.ALPHABET;

    @Test
    void theAlphabetIsPrimeInLengthAndWithoutLookAlikes() {
        assertThat(ALPHABET)
                .hasSize(23)
                .doesNotContain("0", "O", "Q", "1", "I", "L", "6", "G", "U", "V", "Z", "S", "B");
        assertThat(ALPHABET.chars().distinct().count()).isEqualTo(23);
    }

    @Test
    void caseBlanksDashesAndTwinsAreForgiven() {
        SpokenCode code = SpokenCode.random(new Random(1));
        String typed =
                " "
                        + code.spaced()
                                .toLowerCase()
                                .replace(' ', '-')
                                .replace('2', 'z')
                                .replace('5', 's');

        assertThat(SpokenCode.parse(typed)).isEqualTo(code);
        assertThat(code.spaced()).hasSize(7).contains(" ");
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        Seeds.forEach(
                100,
                random -> {
                    String code = SpokenCode.random(random).value();
                    for (int i = 0; i < code.length(); i++) {
                        for (char other : ALPHABET.toCharArray()) {
                            if (other != code.charAt(i)) {
                                assertMisread(code.substring(0, i) + other + code.substring(i + 1));
                            }
                        }
                    }
                });
    }

    @Test
    void everySwapOfTwoCharactersIsFound() {
        Seeds.forEach(
                500,
                random -> {
                    char[] code = SpokenCode.random(random).value().toCharArray();
                    int i = random.nextInt(code.length);
                    int j = random.nextInt(code.length);
                    if (code[i] != code[j]) {
                        char kept = code[i];
                        code[i] = code[j];
                        code[j] = kept;
                        assertMisread(new String(code));
                    }
                });
    }

    @Test
    void wrongLengthAndForeignCharactersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SpokenCode.parse("ABC"));
        assertThatIllegalArgumentException().isThrownBy(() -> SpokenCode.parse("O00000"));
    }

    private static void assertMisread(String text) {
        assertThatIllegalArgumentException()
                .as(text)
                .isThrownBy(() -> new SpokenCode(text))
                .withMessageContaining("misread");
    }
}
