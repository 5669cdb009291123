package de.mobilermarktplatz.tablet.ui.cashup;

import de.mobilermarktplatz.contract.journal.Denomination;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.CashChange;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** Notes and coins, counted one kind after the other. */
final class CoinCounter {
    /** All euro notes and coins in cents, greatest first. */
    static final List<Integer> FACES = CashChange.FACES;

    /** More of one kind is a typing error. */
    static final int MOST = 9_999;

    private final List<IntegerProperty> counts =
            FACES.stream().<IntegerProperty>map(_ -> new SimpleIntegerProperty()).toList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(FACES.indexOf(5_000));
    private final ObjectBinding<Money> total =
            Bindings.createObjectBinding(this::sum, counts.toArray(new IntegerProperty[0]));
    private final Typing typing = new Typing();

    /**
     * @param index into {@link #FACES}
     */
    IntegerProperty count(int index) {
        return counts.get(index);
    }

    /** Which kind the digits go to. */
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    ObjectBinding<Money> total() {
        return total;
    }

    void choose(int index) {
        chosen.set(index);
        typing.end();
    }

    /** On to the next smaller kind; after the smallest it stays. */
    void next() {
        choose(Math.min(chosen.get() + 1, FACES.size() - 1));
    }

    void more(int index, int delta) {
        choose(index);
        set(index, counts.get(index).get() + delta);
    }

    void digit(int digit) {
        set(chosen.get(), typing.digit(shown(), digit));
    }

    void erase() {
        set(chosen.get(), typing.erase(shown()));
    }

    /** What was typed for the chosen kind was no count but a scanner's digits. */
    void untype() {
        set(chosen.get(), typing.undone(shown()));
    }

    private int shown() {
        return counts.get(chosen.get()).get();
    }

    private void set(int index, long count) {
        if (count >= 0 && count <= MOST) {
            counts.get(index).set((int) count);
        }
    }

    /** What was found; kinds of which there is none are left out. */
    List<Denomination> coins() {
        return IntStream.range(0, FACES.size())
                .filter(index -> counts.get(index).get() > 0)
                .mapToObj(index -> new Denomination(FACES.get(index), counts.get(index).get()))
                .toList();
    }

    private Money sum() {
        return Money.sum(coins().stream().map(Denomination::total).toList());
    }
}
