package de.mobilermarktplatz.tablet.ui.cashup;

import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.core.Leftovers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;

/** What is left in the van: it begins with what the books say, and the driver corrects it. */
final class LeftoverCounter {
    /** By weight one tap is this much. */
    private static final long GRAMS_A_TAP = 50;

    private final List<Row> rows;

    LeftoverCounter(Leftovers leftovers) {
        rows = leftovers.items().stream().map(Row::new).toList();
    }

    List<Row> rows() {
        return rows;
    }

    /** How {@link de.mobilermarktplatz.tablet.core.Command.Unload} takes it. */
    Map<String, Long> counted() {
        var counted = new LinkedHashMap<String, Long>();
        rows.forEach(row -> counted.put(row.item.scan(), row.counted.get()));
        return counted;
    }

    /** One article. */
    static final class Row {
        private final Leftovers.Item item;
        private final LongProperty counted;
        private final StringBinding words;
        private final BooleanBinding differs;

        private Row(Leftovers.Item item) {
            this.item = item;
            counted = new SimpleLongProperty(Math.max(0, item.expected()));
            words =
                    Bindings.createStringBinding(
                            () -> Euro.amount(item.unit(), counted.get()), counted);
            differs = counted.isNotEqualTo(item.expected());
        }

        Leftovers.Item item() {
            return item;
        }

        StringBinding words() {
            return words;
        }

        BooleanBinding differs() {
            return differs;
        }

        void more() {
            counted.set(counted.get() + tap());
        }

        void fewer() {
            counted.set(Math.max(0, counted.get() - tap()));
        }

        /** Nothing of it is left. */
        void none() {
            counted.set(0);
        }

        private long tap() {
            return item.unit() == Unit.GRAM ? GRAMS_A_TAP : 1;
        }
    }
}
