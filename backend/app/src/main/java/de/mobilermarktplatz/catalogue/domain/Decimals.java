package de.mobilermarktplatz.catalogue.domain;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers as German and English tables write them, without guessing where both readings are
 * possible.
 */
final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,12}([.,]\\d{1,6})?");
    private static final Pattern GROUPED_GERMAN =
            Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d{1,6})?");
    private static final Pattern GROUPED_ENGLISH =
            Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d{1,6})?");
    private static final Pattern TWO_READINGS = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern SCIENTIFIC =
            Pattern.compile("\\d+([.,]\\d+)?E\\+?\\d+", Pattern.CASE_INSENSITIVE);

    private Decimals() {}

    /**
     * Reads {@code 4,50}, {@code 4.5}, {@code 1.234,56} and {@code 1,234.56}; {@code 1.234} alone
     * is refused.
     */
    static Parsed<BigDecimal> parse(String text) {
        String number = text.replace(" ", "").replace("'", "");
        if (TWO_READINGS.matcher(number).matches()) {
            String digits = number.replace(".", "").replace(",", "");
            return Parsed.wrong(
                    "kann %s oder %s heißen".formatted(number.replace('.', ','), digits),
                    "schreiben Sie %s,00, wenn %s gemeint ist, sonst die Zahl mit höchstens zwei Nachkommastellen"
                            .formatted(digits, digits));
        }
        if (PLAIN.matcher(number).matches()) {
            return Parsed.of(new BigDecimal(number.replace(',', '.')));
        }
        if (GROUPED_GERMAN.matcher(number).matches()) {
            return Parsed.of(new BigDecimal(number.replace(".", "").replace(',', '.')));
        }
        if (GROUPED_ENGLISH.matcher(number).matches()) {
            return Parsed.of(new BigDecimal(number.replace(",", "")));
        }
        return Parsed.wrong("ist keine Zahl", "schreiben Sie zum Beispiel 4,50");
    }

    /** Whether Excel has turned a long number into {@code 4,00172E+12}. */
    static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text.strip().toUpperCase(Locale.ROOT)).matches();
    }

    /** The number times a power of ten, when that is a whole number from 0 to a bound. */
    static Parsed<Long> whole(BigDecimal number, int decimals, long bound, String advice) {
        BigDecimal scaled = number.movePointRight(decimals).stripTrailingZeros();
        if (scaled.signum() < 0) {
            return Parsed.wrong("ist negativ", advice);
        }
        if (scaled.scale() > 0) {
            return Parsed.wrong("hat zu viele Nachkommastellen", advice);
        }
        if (scaled.compareTo(BigDecimal.valueOf(bound)) > 0) {
            return Parsed.wrong("ist zu groß", advice);
        }
        return Parsed.of(scaled.longValueExact());
    }
}
