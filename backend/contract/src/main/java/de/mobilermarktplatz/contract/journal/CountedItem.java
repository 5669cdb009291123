package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.Unit;

/** What the books said and what was there, in pieces or grams. */
public record CountedItem(ProductId product, Unit unit, long expected, long counted) {}
