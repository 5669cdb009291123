package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.TaxTotal;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
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

    record CrateBoarded(CrateId crate) implements Change {}

    /** Leftovers are counted and off the van: no stock, no crates. */
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

    record BasketCleared() implements Change {}
}
