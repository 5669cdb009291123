package de.mobilermarktplatz.kernel.quantity;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.money.Rounding;
import java.util.Optional;

/**
 * Unit price that must stand beside the price of pre-packed goods (PAngV § 4): per kilogram or
 * litre (§ 5(1)).
 *
 * @param price of one base unit, rounded half up to the cent
 */
public record UnitPrice(Money price, Content content) {

    /** Below this the law asks for no unit price (PAngV § 4(3) no. 1: less than 10 g or 10 ml). */
    private static final long SMALLEST_CONTENT = 10;

    /** How the content of a package is measured, and the unit its price is stated for. */
    public enum Content {
        GRAM("kg"),
        MILLILITRE("l");

        private final String baseUnit;

        Content(String baseUnit) {
            this.baseUnit = baseUnit;
        }

        /** {@code kg} or {@code l}, for pages and labels. */
        public String baseUnit() {
            return baseUnit;
        }
    }

    /**
     * The unit price of a package, or empty if it is too small to need one.
     *
     * @param contentAmount grams or millilitres in the package, at least 1
     */
    public static Optional<UnitPrice> of(Money packagePrice, Content content, long contentAmount) {
        if (contentAmount < 1) {
            throw new IllegalArgumentException(
                    "content must be at least 1 but is " + contentAmount);
        }
        if (contentAmount < SMALLEST_CONTENT) {
            return Optional.empty();
        }
        long cents = Rounding.halfUp(packagePrice.times(1000).cents(), contentAmount);
        return Optional.of(new UnitPrice(Money.cents(cents), content));
    }
}
