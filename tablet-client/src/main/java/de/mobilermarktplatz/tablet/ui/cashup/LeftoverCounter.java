package de.mobilermarktplatz.tablet.ui.cashup;

import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.core.Leftovers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleLongProperty;

/** What is left in the van: it begins with what the books say, and the driver corrects it. */
final class LeftoverCounter {
    /** By weight one tap is this much. */
    private static final long GRAMS_A_TAP = 50;

    /** No van holds more of one article: pieces or grams. */
    private static final long MOST = 999_999;

    private final List<Row> rows;
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);
    private final Typing typing = new Typing();

    LeftoverCounter(Leftovers leftovers) {
        rows = leftovers.items().stream().map(Row::new).toList();
    }

    List<Row> rows() {
        return rows;
    }

    /** Which row the digits go to. */
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    void choose(int row) {
        chosen.set(row);
        typing.end();
    }

    /** Pieces, or grams. */
    void digit(int digit) {
        change(shown -> typing.digit(shown, digit));
    }

    void erase() {
        change(typing::erase);
    }

    /** What was typed for the chosen row was no count but a scanner's digits. */
    void untype() {
        change(typing::undone);
    }

    private void change(LongUnaryOperator change) {
        if (!rows.isEmpty()) {
            var row = rows.get(chosen.get());
            row.set(change.applyAsLong(row.counted.get()));
        }
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
            set(counted.get() + tap());
        }

        void fewer() {
            set(Math.max(0, counted.get() - tap()));
        }

        private void set(long now) {
            if (now <= MOST) {
                counted.set(now);
            }
        }

        private long tap() {
            return item.unit() == Unit.GRAM ? GRAMS_A_TAP : 1;
        }
    }
}
