package de.mobilermarktplatz.kernel.code;

import java.util.Optional;

/**
 * A trade item number (GS1 General Specifications, section 7.9): 8, 12, 13 or 14 digits, the last
 * of them a check digit.
 */
public record Gtin(String digits) {

    public Gtin {
        if (!digits.matches("\\d{8}|\\d{12,14}")) {
            throw new IllegalArgumentException(
                    "a GTIN has 8, 12, 13 or 14 digits, not '" + digits + "'");
        }
        int expected = checkDigit(digits.substring(0, digits.length() - 1));
        int found = digits.charAt(digits.length() - 1) - '0';
        if (expected != found) {
            throw new IllegalArgumentException(
                    "GTIN "
                            + digits
                            + " ends in "
                            + found
                            + " but its check digit is "
                            + expected
                            + ". Maybe two digits were swapped?");
        }
    }

    /**
     * Reads a typed or scanned number; blanks and dashes do not matter.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static Gtin parse(String text) {
        return new Gtin(text.replaceAll("[\\s-]", ""));
    }

    /** Like {@link #parse}, but empty for anything that is no GTIN. */
    public static Optional<Gtin> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException noGtin) {
            return Optional.empty();
        }
    }

    /** The digit that belongs behind these: weights 3 and 1 alternating from the right. */
    public static int checkDigit(String digitsWithoutCheck) {
        int sum = 0;
        int weight = 3;
        for (int i = digitsWithoutCheck.length() - 1; i >= 0; i--) {
            sum += weight * (digitsWithoutCheck.charAt(i) - '0');
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    /** The same item in 14 digits, so that an EAN-8 or UPC compares equal to its longer forms. */
    public String asGtin14() {
        return "0".repeat(14 - digits.length()) + digits;
    }

    /** Whether the number is free for use inside a shop (prefix 02 or 20 to 29 of 13 digits). */
    public boolean isInStore() {
        return asGtin14().matches("0(02|2\\d)\\d{11}") && digits.length() != 8;
    }
}
