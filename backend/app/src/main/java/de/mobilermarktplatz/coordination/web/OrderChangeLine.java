package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.text.German;
import de.mobilermarktplatz.ordering.OrderLine;

/**
 * A line of an order in the desk's form.
 *
 * @param amount pieces or grams to be handed over by now
 * @param unit words for the field
 * @param ordered empty when it still is what was ordered
 * @param open whether it can still be changed
 */
record OrderChangeLine(
        int number, String name, long amount, String unit, String ordered, boolean open) {

    static OrderChangeLine of(OrderLine line) {
        long now = line.current().quantity();
        long ordered = line.ordered().quantity();
        return new OrderChangeLine(
                line.number(),
                line.productName(),
                now,
                line.unit() == Unit.PIECE ? "Stück" : "Gramm",
                now == ordered ? "" : German.quantity(line.unit(), ordered),
                !line.state().isFinal());
    }
}
