package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.TaxTotal;
import de.mobilermarktplatz.contract.journal.Verdict;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Tender;

/**
 * One step of a projection. Entries become changes, changes become new values in memory and rows in
 * the store: the same list for both, so that they cannot drift apart.
 */
public sealed interface Change {
    /**
     * @param delta pieces or grams, negative for what leaves the van
     */
    record StockMoved(ProductId product, long delta) implements Change {}

    record OrderMoved(OrderId order, OrderProgress progress) implements Change {}

    /**
     * A line of a pre-order is to be handed over with another amount than the tour says.
     *
     * @param amount pieces or grams in all
     */
    record LineAgreed(OrderId order, int line, long amount) implements Change {}

    /** A wish of the office has its answer. */
    record RequestAnswered(FactId request, Verdict verdict) implements Change {}

    /**
     * Free stock that now the web sells, though it still lies in the van.
     *
     * @param amount pieces or grams
     */
    record StockGiven(ProductId product, long amount) implements Change {}

    record CrateBoarded(CrateId crate) implements Change {}

    /** Leftovers are counted and off the van: no stock, none given away, no crates. */
    record Unloaded() implements Change {}

    record SaleVoided(OpId sale) implements Change {}

    record Added(Counter counter, long delta) implements Change {}

    /** Turnover and VAT of the open period, as printed on a receipt. */
    record TaxBooked(TaxTotal tax) implements Change {}

    /** What was paid in the open period, net of change. */
    record TenderBooked(Tender tender) implements Change {}

    record Became(Counter counter, long value) implements Change {}

    /** A period is over: its counters, taxes and payments are zero again. */
    record PeriodEnded() implements Change {}

    /** A receipt is to be charged to the card of the order's customer. */
    record PutOnAccount(PaymentId payment, OrderId order, Money amount) implements Change {}

    record TakenOffAccount(PaymentId payment) implements Change {}

    record BasketCleared() implements Change {}
}
