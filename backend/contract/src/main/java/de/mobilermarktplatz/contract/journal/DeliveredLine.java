package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.quantity.Unit;

/**
 * What was handed over or refused of an order line.
 *
 * @param lineNo number of the line in its order, from 1
 * @param amount pieces or grams, 0 if nothing
 */
public record DeliveredLine(int lineNo, Unit unit, long amount) {}
