package de.mobilermarktplatz.coordination.domain;

import de.mobilermarktplatz.kernel.code.SpokenCode;

/**
 * What somebody typed to find a person: part of a name or mail address, a phone number however it
 * is spaced, or the code of an order.
 *
 * @param like for SQL's LIKE, its special characters escaped by {@code !}
 * @param digits of a phone number without leading zeros and country code; empty when it is none
 * @param code of an order; empty when it is none
 */
public record PersonSearch(String like, String digits, String code) {

    /** Fewer letters would list half the county. */
    public static final int SHORTEST = 2;

    private static final int LONGEST = 100;
    private static final int FEWEST_DIGITS = 4;

    public static PersonSearch of(String typed) {
        String text = typed.strip();
        String some = text.substring(0, Math.min(text.length(), LONGEST));
        String like = "%" + some.replaceAll("([!%_])", "!$1") + "%";
        return new PersonSearch(like, digits(some), code(some));
    }

    /** Whether there is enough to search for. */
    public static boolean isEnough(String typed) {
        return typed.strip().length() >= SHORTEST;
    }

    private static String digits(String text) {
        if (!text.matches("[+0-9 ()/.-]+")) {
            return "";
        }
        String digits = text.replaceAll("[^0-9+]", "").replaceFirst("^(\\+49|0049|0)", "");
        String plain = digits.replace("+", "");
        return plain.length() < FEWEST_DIGITS ? "" : plain;
    }

    private static String code(String text) {
        try {
            return SpokenCode.parse(text).value();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
