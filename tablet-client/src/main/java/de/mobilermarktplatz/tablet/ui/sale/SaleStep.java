package de.mobilermarktplatz.tablet.ui.sale;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Shelf;
import org.jspecify.annotations.Nullable;

/** What the sale screen is about right now. */
sealed interface SaleStep {
    /** Articles beside the basket. */
    record Selling() implements SaleStep {}

    /** Letters to find an article by. */
    record Searching() implements SaleStep {}

    /** How many grams of it? */
    record Weighing(Shelf.Item item) implements SaleStep {}

    /** Throw the basket away? */
    record AskAbort() implements SaleStep {}

    /**
     * Old enough for it?
     *
     * @param years 16 or 18
     */
    record AskAge(int years) implements SaleStep {}

    /**
     * How much was given?
     *
     * @param age the answer, null if the basket asks for none
     */
    record Paying(Money total, @Nullable AgeCheckResult age) implements SaleStep {}

    /**
     * The receipt is on the disk and printed.
     *
     * @param change to give back, or to pay out for empties
     * @param receipt its text
     */
    record Sold(long receiptNo, Money total, Money change, String receipt) implements SaleStep {}

    /** Why shall the last receipt be taken back? */
    record AskVoid(long receiptNo) implements SaleStep {}

    /**
     * It is taken back, on the disk and printed.
     *
     * @param back to return to the customer; negative if the customer has to return it
     */
    record Voided(long receiptNo, Money back, String receipt) implements SaleStep {}
}
