package de.mobilermarktplatz.tablet.ui.pay;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.ui.kit.NumberPad;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/**
 * Cash with change: what is due, what was given, what goes back, in figures for across the counter.
 */
public final class PayPane {
    private static final PseudoClass ENOUGH = PseudoClass.getPseudoClass("enough");
    private static final int NOTES_A_ROW = 3;

    private final String orElse;
    private final Tendered tendered;
    private final Consumer<Money> paid;
    private final ObservableBooleanValue busy;
    private final HBox root;

    /** Cash only. */
    public PayPane(Money due, Consumer<Money> paid, Runnable back, ObservableBooleanValue busy) {
        this(due, "", paid, back, busy);
    }

    /**
     * @param due positive
     * @param orElse how else it may be paid; empty if in no other way
     * @param paid what was given, once the driver says so; at least {@code due}
     * @param back out of here without money
     */
    public PayPane(
            Money due,
            String orElse,
            Consumer<Money> paid,
            Runnable back,
            ObservableBooleanValue busy) {
        this.orElse = orElse;
        this.tendered = new Tendered(due);
        this.paid = paid;
        this.busy = busy;
        this.root = css(row("side-by-side", grow(figures(back)), keys()), "pay");
        NumberPad.listen(root, tendered::digit, tendered::erase, this::finish);
    }

    public Parent node() {
        return root;
    }

    private Node figures(Runnable back) {
        var finish = mainKey("Fertig", this::finish);
        finish.disableProperty().bind(tendered.isEnough().not().or(asBinding(busy)));
        var change =
                column(
                        "pay-change",
                        bound(tendered.differenceWords(), "pay-words"),
                        bound(tendered.difference(), "pay-giant"));
        change.pseudoClassStateChanged(ENOUGH, tendered.isEnough().get());
        tendered.isEnough()
                .addListener((_, _, enough) -> change.pseudoClassStateChanged(ENOUGH, enough));
        return column(
                "column",
                line("Zu zahlen", label(Euro.of(tendered.due()), "pay-figure")),
                line("Gegeben", bound(tendered.given().map(Euro::of), "pay-figure")),
                grow(change),
                label(orElse, "muted"),
                row("row", key("Zurück", back), grow(finish)));
    }

    private static Node line(String words, Node figure) {
        return row("pay-line", label(words, "pay-words"), spring(), figure);
    }

    private static Node bound(ObservableValue<String> text, String style) {
        var label = label("", style);
        label.textProperty().bind(text);
        return label;
    }

    private static BooleanBinding asBinding(ObservableBooleanValue value) {
        return Bindings.createBooleanBinding(value::get, value);
    }

    private Node keys() {
        var notes = css(new GridPane(), "pad");
        int place = 0;
        for (int euros : Tendered.NOTES) {
            var note =
                    key(
                            euros + " €",
                            () -> tendered.note(euros),
                            "key-pad",
                            "note",
                            "note-" + euros);
            note.setFocusTraversable(false);
            notes.add(note, place % NOTES_A_ROW, place / NOTES_A_ROW);
            place++;
        }
        var exactly = key("Passend", () -> pay(tendered.due()), "key-pad", "note", "key-exact");
        exactly.disableProperty().bind(asBinding(busy));
        notes.add(exactly, place % NOTES_A_ROW, place / NOTES_A_ROW);
        var again = key("C", tendered::clear);
        again.setAccessibleText("Noch einmal von vorn");
        return column("pay-keys", notes, NumberPad.of(tendered::digit, tendered::erase, again));
    }

    private void finish() {
        if (tendered.isEnough().get()) {
            pay(tendered.given().get());
        }
    }

    private void pay(Money given) {
        if (!busy.get()) {
            paid.accept(given);
        }
    }
}
