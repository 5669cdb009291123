package de.mobilermarktplatz.collection.domain;

import de.mobilermarktplatz.kernel.quantity.Unit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities as producers read and type them: pieces, or kilograms with a comma. */
public final class Amounts {

    private static final Pattern PIECES = Pattern.compile("\\d{1,7}");
    private static final Pattern KILOGRAMS = Pattern.compile("(\\d{1,6})(?:[,.](\\d{1,3}))?");
    private static final long GRAMS_PER_KILOGRAM = 1000;

    private Amounts() {}

    /** {@code 12} pieces, {@code 12,5} kilograms as 12,500 grams; empty for anything else. */
    public static Optional<Long> parse(Unit unit, String text) {
        String number = text.strip().replaceAll("(?i)\\s*(stück|kg)$", "");
        if (unit == Unit.PIECE) {
            return PIECES.matcher(number).matches()
                    ? Optional.of(Long.parseLong(number))
                    : Optional.empty();
        }
        Matcher matcher = KILOGRAMS.matcher(number);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        long grams = Long.parseLong((decimals + "000").substring(0, 3));
        return Optional.of(Long.parseLong(matcher.group(1)) * GRAMS_PER_KILOGRAM + grams);
    }

    /** The number alone, as {@link #parse} reads it. */
    public static String number(Unit unit, long amount) {
        if (unit == Unit.PIECE) {
            return Long.toString(amount);
        }
        String decimals = "%03d".formatted(amount % GRAMS_PER_KILOGRAM).replaceAll("0+$", "");
        return amount / GRAMS_PER_KILOGRAM + (decimals.isEmpty() ? "" : "," + decimals);
    }

    /** With its unit: {@code 12 Stück}, {@code 12,5 kg}. */
    public static String text(Unit unit, long amount) {
        return number(unit, amount) + " " + unit(unit);
    }

    /** {@code Stück} or {@code kg}. */
    public static String unit(Unit unit) {
        return unit == Unit.PIECE ? "Stück" : "kg";
    }
}
