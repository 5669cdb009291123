package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.quantity.UnitPrice;
import org.jspecify.annotations.Nullable;

/** Amounts as German pages and files show them. */
public final class GermanText {

    private static final int THOUSAND = 1000;

    private GermanText() {}

    /** {@code 4,50 €}. */
    public static String euros(Money money) {
        return money.toString().replace('.', ',') + " €";
    }

    /** {@code 20 Stück}, {@code 1.250 g} as {@code 1,25 kg}. */
    public static String quantity(Unit unit, long amount) {
        return unit == Unit.PIECE ? amount + " Stück" : scaled(amount, "g", "kg");
    }

    /** {@code Stück} or {@code kg}: what the price is for. */
    public static String unit(Unit unit) {
        return unit == Unit.PIECE ? "Stück" : "kg";
    }

    /** {@code 9,00 €/kg}. */
    public static String unitPrice(UnitPrice unitPrice) {
        return euros(unitPrice.price()) + "/" + unitPrice.content().baseUnit();
    }

    /** {@code 500 g}, {@code 0,75 l}; null when nothing is stated. */
    public static @Nullable String content(Article.@Nullable Content content) {
        if (content == null) {
            return null;
        }
        return content.unit() == UnitPrice.Content.GRAM
                ? scaled(content.amount(), "g", "kg")
                : scaled(content.amount(), "ml", "l");
    }

    /** {@code 0,15 € Mehrweg}; null when there is none. */
    public static @Nullable String deposit(Article.@Nullable Deposit deposit) {
        return deposit == null ? null : euros(deposit.amount()) + " " + deposit.kind().label();
    }

    private static String scaled(long amount, String small, String big) {
        if (amount < THOUSAND) {
            return amount + " " + small;
        }
        String decimals = "%03d".formatted(amount % THOUSAND).replaceAll("0+$", "");
        return amount / THOUSAND + (decimals.isEmpty() ? "" : "," + decimals) + " " + big;
    }
}
