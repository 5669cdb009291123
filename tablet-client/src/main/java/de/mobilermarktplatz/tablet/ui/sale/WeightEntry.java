package de.mobilermarktplatz.tablet.ui.sale;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.PriceRule;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.core.Shelf;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;

/** Grams read from the scales and typed. */
final class WeightEntry {
    /** A line takes no more: 100 kg. */
    private static final long MOST_GRAMS = 100_000;

    private final Shelf.Item item;
    private final LongProperty grams = new SimpleLongProperty();

    WeightEntry(Shelf.Item item) {
        this.item = item;
    }

    long grams() {
        return grams.get();
    }

    void digit(int digit) {
        long more = grams.get() * 10 + digit;
        if (more <= MOST_GRAMS) {
            grams.set(more);
        }
    }

    void erase() {
        grams.set(grams.get() / 10);
    }

    BooleanBinding isSomething() {
        return grams.greaterThan(0);
    }

    /** {@code 0,350 kg}. */
    StringBinding weight() {
        return Bindings.createStringBinding(() -> Euro.amount(Unit.GRAM, grams.get()), grams);
    }

    /** What it costs. */
    StringBinding price() {
        return Bindings.createStringBinding(() -> Euro.of(total()), grams);
    }

    private Money total() {
        return PriceRule.total(item.price(), Quantity.grams(grams.get()));
    }
}
