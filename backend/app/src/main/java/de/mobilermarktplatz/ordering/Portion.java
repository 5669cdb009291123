package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.money.Money;

/**
 * A quantity with its amount, one of the four a line keeps: ordered, confirmed, packed, delivered.
 *
 * @param quantity pieces or grams, not negative
 * @param amount gross price of that quantity without deposit
 */
public record Portion(long quantity, Money amount) {
    public Portion {
        if (quantity < 0) {
            throw new IllegalArgumentException("Negative quantity " + quantity);
        }
    }
}
