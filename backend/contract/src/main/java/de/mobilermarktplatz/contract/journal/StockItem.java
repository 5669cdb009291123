package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.Unit;

/** Pieces or grams of a product. */
public record StockItem(ProductId product, Unit unit, long amount) {}
