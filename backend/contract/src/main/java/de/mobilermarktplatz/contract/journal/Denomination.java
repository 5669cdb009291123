package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.money.Money;

/**
 * How many of one coin or note.
 *
 * @param faceCents 1 to 50,000
 */
public record Denomination(int faceCents, int count) {

    public Money total() {
        return Money.cents(faceCents).times(count);
    }
}
