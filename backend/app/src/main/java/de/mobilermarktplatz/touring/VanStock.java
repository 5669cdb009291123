package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.Unit;

/**
 * Goods for free sale that a van takes along, fixed at release.
 *
 * @param amount pieces or grams, positive
 */
public record VanStock(ProductId product, Unit unit, long amount) {}
