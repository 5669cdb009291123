package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.kernel.id.ProductId;

/** A line of the open basket: what was scanned, not yet what it costs. */
public sealed interface DraftLine {
    /** Pieces or grams, or returned pieces; never zero. */
    long amount();

    record Goods(ProductId product, long amount) implements DraftLine {}

    /**
     * @param kind deposit kind as the price list names it
     */
    record BottlesBack(String kind, long amount) implements DraftLine {}
}
