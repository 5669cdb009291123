package de.mobilermarktplatz.kernel.quantity;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.money.Rounding;

/** What a quantity costs. */
public final class PriceRule {

    private static final long GRAMS_PER_KILOGRAM = 1000;

    private PriceRule() {}

    /**
     * The price of a line, rounded half up to the cent.
     *
     * @param unitPrice per piece, or per kilogram if the quantity is in grams
     */
    public static Money total(Money unitPrice, Quantity quantity) {
        return switch (quantity.unit()) {
            case PIECE -> unitPrice.times(quantity.amount());
            case GRAM ->
                    Money.cents(
                            Rounding.halfUp(
                                    unitPrice.times(quantity.amount()).cents(),
                                    GRAMS_PER_KILOGRAM));
        };
    }
}
