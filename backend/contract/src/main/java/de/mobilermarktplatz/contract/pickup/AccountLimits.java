package de.mobilermarktplatz.contract.pickup;

import de.mobilermarktplatz.kernel.money.Money;

/**
 * How much may be sold to a saved card without asking the bank, because there is no network.
 *
 * @param sale most for one receipt
 * @param day most for one customer and market day, receipts before included
 * @param van most for everybody on one van and market day
 */
public record AccountLimits(Money sale, Money day, Money van) {

    /** 50 euros a sale, 150 a customer and day, 500 a van: what a county can bear to lose. */
    public static final AccountLimits USUAL =
            new AccountLimits(Money.euros(50, 0), Money.euros(150, 0), Money.euros(500, 0));

    public AccountLimits {
        if (sale.isNegative() || day.isNegative() || van.isNegative()) {
            throw new IllegalArgumentException(
                    "Limits are amounts of money: " + sale + ", " + day + ", " + van);
        }
    }

    /**
     * Whether this much more may be sold.
     *
     * @param customerToday sold to the customer's card this market day, this sale left out
     * @param vanToday the same for everybody on this van
     */
    public boolean allow(Money amount, Money customerToday, Money vanToday) {
        return amount.isPositive()
                && amount.compareTo(sale) <= 0
                && customerToday.plus(amount).compareTo(day) <= 0
                && vanToday.plus(amount).compareTo(van) <= 0;
    }
}
