package de.mobilermarktplatz.kernel.code;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Six characters to be read out at the van. The last one is a check character: over 23 symbols, a
 * prime, every single wrong character and every swap of two characters is found.
 *
 * @param value six characters of {@link #ALPHABET}
 */
public record SpokenCode(String value) {

    /**
     * Without pairs that look alike: 0 O Q, 1 I L, 6 G and U V are left out, of 2 Z, 5 S, 8 B only
     * the digit is in.
     */
    public static final String ALPHABET = "2345789ACDEFHJKMNPRTWXY";

    public static final int LENGTH = 6;

    public SpokenCode {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "a code has " + LENGTH + " characters, not '" + value + "'");
        }
        if (weightedSum(value) % ALPHABET.length() != 0) {
            throw new IllegalArgumentException(
                    "'" + value + "' is misread: its check character does not fit");
        }
    }

    public static SpokenCode random(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 1; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        int rest = weightedSum(code) % ALPHABET.length();
        code.append(ALPHABET.charAt((ALPHABET.length() - rest) % ALPHABET.length()));
        return new SpokenCode(code.toString());
    }

    /**
     * Reads what somebody typed: any case, blanks and dashes anywhere, Z for 2, S for 5, B for 8.
     *
     * @throws IllegalArgumentException if the length, a character or the check is wrong
     */
    public static SpokenCode parse(String text) {
        String plain = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return new SpokenCode(plain.replace('Z', '2').replace('S', '5').replace('B', '8'));
    }

    /** For reading out: {@code ABC DEF}. */
    public String spaced() {
        return value.substring(0, LENGTH / 2) + " " + value.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Weights 6 down to 1: all different and none a multiple of 23, hence the two promises. */
    private static int weightedSum(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            int symbol = ALPHABET.indexOf(code.charAt(i));
            if (symbol < 0) {
                throw new IllegalArgumentException(
                        "'" + code.charAt(i) + "' is no character of a code");
            }
            sum += (LENGTH - i) * symbol;
        }
        return sum;
    }
}
