package de.mobilermarktplatz.tablet.ui.pay;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.CashChange;
import de.mobilermarktplatz.tablet.core.Euro;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Cash on the counter: notes add up, digits are typed as on a till, cents last. */
public final class Tendered {
    /** Notes as keys, in euros. */
    public static final List<Integer> NOTES = List.of(5, 10, 20, 50, 100);

    private static final Money MOST = Money.euros(9_999, 99);

    private final Money due;
    private final ReadOnlyObjectWrapper<Money> given = new ReadOnlyObjectWrapper<>(Money.ZERO);
    private final BooleanBinding enough;
    private boolean typing;

    /**
     * @param due not negative
     */
    public Tendered(Money due) {
        this.due = due;
        this.enough = Bindings.createBooleanBinding(() -> given.get().compareTo(due) >= 0, given);
    }

    public ReadOnlyObjectProperty<Money> given() {
        return given.getReadOnlyProperty();
    }

    public Money due() {
        return due;
    }

    /** One more of these lies on the counter. */
    public void note(int euros) {
        typing = false;
        set(given.get().plus(Money.euros(euros, 0)));
    }

    public void digit(int digit) {
        var before = typing ? given.get() : Money.ZERO;
        typing = true;
        set(before.times(10).plus(Money.cents(digit)));
    }

    /** Takes the last digit away. */
    public void erase() {
        typing = true;
        set(Money.cents(given.get().cents() / 10));
    }

    public void clear() {
        typing = false;
        set(Money.ZERO);
    }

    private void set(Money amount) {
        if (amount.compareTo(MOST) <= 0) {
            given.set(amount);
        }
    }

    public BooleanBinding isEnough() {
        return enough;
    }

    /** {@code Rückgeld} or {@code Es fehlen}. */
    public StringBinding differenceWords() {
        return Bindings.createStringBinding(() -> enough.get() ? "Rückgeld" : "Es fehlen", enough);
    }

    public StringBinding difference() {
        return Bindings.createStringBinding(
                () -> Euro.of(enough.get() ? given.get().minus(due) : due.minus(given.get())),
                given);
    }

    /** {@code 2 × 2 € 1 × 50 ct}, each unbreakable: the fewest coins and notes for the change. */
    public static String pieces(Money change) {
        return CashChange.of(Money.ZERO, change) instanceof CashChange.Back back
                ? back.pieces().stream()
                        .map(piece -> piece.count() + "\u00a0×\u00a0" + face(piece.faceCents()))
                        .collect(Collectors.joining("   "))
                : "";
    }

    /** {@code 20 €} or {@code 50 ct}. */
    public static String face(int cents) {
        return cents >= 100 ? cents / 100 + "\u00a0€" : cents + "\u00a0ct";
    }
}
