package de.mobilermarktplatz.kernel.text;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.util.Locale;

/**
 * Amounts in German, one look everywhere: thousands dot, decimal comma, a true minus sign, and a
 * no-break space before the unit (DIN 5008).
 */
public final class German {

    private static final int CENTS = 100;
    private static final int GRAMS = 1000;
    private static final String SPACE = "\u00a0";

    private German() {}

    /** "1.234,05 €", "−0,50 €". */
    public static String euros(Money money) {
        long cents = Math.absExact(money.cents());
        return (money.isNegative() ? "−" : "")
                + whole(cents / CENTS)
                + ",%02d".formatted(cents % CENTS)
                + SPACE
                + "€";
    }

    /** "2 Stück", "350 g", "1,5 kg". */
    public static String quantity(Unit unit, long quantity) {
        String sign = quantity < 0 ? "−" : "";
        long amount = Math.absExact(quantity);
        if (unit == Unit.PIECE) {
            return sign + whole(amount) + SPACE + "Stück";
        }
        if (amount < GRAMS) {
            return sign + amount + SPACE + "g";
        }
        String fraction = "%03d".formatted(amount % GRAMS).replaceAll("0+$", "");
        return sign
                + whole(amount / GRAMS)
                + (fraction.isEmpty() ? "" : "," + fraction)
                + SPACE
                + "kg";
    }

    private static String whole(long number) {
        return String.format(Locale.GERMANY, "%,d", number);
    }
}
