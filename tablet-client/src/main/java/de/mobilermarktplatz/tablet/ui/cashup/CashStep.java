package de.mobilermarktplatz.tablet.ui.cashup;

import de.mobilermarktplatz.kernel.money.Money;

/** Where the driver is in the cash-up. */
sealed interface CashStep {
    /** What is to be done, with what is done already. */
    record Overview() implements CashStep {}

    /** Which cash does the day begin with? */
    record OpeningFloat(CoinCounter coins) implements CashStep {}

    /** Counting the drawer; what should be in it is not shown. */
    record Counting(CoinCounter coins) implements CashStep {}

    /**
     * The count is on the disk, so now the difference may be seen.
     *
     * @param difference counted less expected
     */
    record Counted(Money counted, Money difference) implements CashStep {}

    /** Counting what is left in the van. */
    record Unloading(LeftoverCounter leftovers) implements CashStep {}

    /**
     * The day is closed, on the disk and printed.
     *
     * @param slip text of the closing
     */
    record Closed(long zNumber, Money difference, String slip) implements CashStep {}
}
