package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;

/** Figures as people read them in Germany. */
public final class Euro {
    private Euro() {}

    /** {@code 12,34}. */
    public static String plain(Money amount) {
        return amount.toString().replace('.', ',');
    }

    /** {@code 12,34 €}. */
    public static String of(Money amount) {
        return plain(amount) + " €";
    }

    /** {@code 3} or {@code 1,250 kg}. */
    public static String amount(Unit unit, long amount) {
        if (unit == Unit.PIECE) {
            return Long.toString(amount);
        }
        return "%s%d,%03d kg"
                .formatted(amount < 0 ? "-" : "", Math.abs(amount) / 1000, Math.abs(amount) % 1000);
    }
}
