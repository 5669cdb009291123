package de.mobilermarktplatz.tablet.ui.cashup;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.ui.kit.NumberPad;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What is left in the van: one row an article, plus and minus, or tap and type. */
final class LeftoverPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final double PAD_WIDTH = 380;

    private final LeftoverCounter leftovers;

    private LeftoverPane(LeftoverCounter leftovers) {
        this.leftovers = leftovers;
    }

    /**
     * @param keys below the number pad
     */
    static Parent of(LeftoverCounter leftovers, Node keys) {
        return new LeftoverPane(leftovers).build(keys);
    }

    private Parent build(Node keys) {
        var list = column("leftovers");
        for (int index = 0; index < leftovers.rows().size(); index++) {
            list.getChildren().add(article(index));
        }
        if (leftovers.rows().isEmpty()) {
            list.getChildren().add(text("Laut Buch ist nichts mehr an Bord.", "big"));
        }
        var pad =
                column(
                        "column",
                        text("Vorgeschlagen ist, was die Bücher sagen. Bitte nachzählen.", "muted"),
                        NumberPad.of(leftovers::digit, leftovers::erase),
                        spring(),
                        keys);
        pad.setMinWidth(PAD_WIDTH);
        pad.setPrefWidth(PAD_WIDTH);
        var left = column("column", label("Was ist noch im Wagen?", "title"), grow(scroll(list)));
        var root = css(row("side-by-side", grow(left), pad), "screen", "counting");
        NumberPad.listen(root, leftovers::digit, leftovers::erase, () -> {});
        return root;
    }

    private Node article(int index) {
        var row = leftovers.rows().get(index);
        var count = label("", "face-count", "leftover-count");
        count.textProperty().bind(row.words());
        var name = label(row.item().text(), "line-name");
        var line =
                row(
                        "card-row",
                        grow(column("step-words", name, differs(row))),
                        quiet(key("−", () -> tap(index, row::fewer), "key-round")),
                        count,
                        quiet(key("+", () -> tap(index, row::more), "key-round")));
        line.setOnMouseClicked(_ -> leftovers.choose(index));
        line.pseudoClassStateChanged(CHOSEN, leftovers.chosen().get() == index);
        leftovers
                .chosen()
                .addListener(
                        (_, _, now) ->
                                line.pseudoClassStateChanged(CHOSEN, now.intValue() == index));
        return line;
    }

    private void tap(int index, Runnable change) {
        leftovers.choose(index);
        change.run();
    }

    private static Label differs(LeftoverCounter.Row row) {
        var words = label("", "muted");
        words.textProperty()
                .bind(
                        row.differs()
                                .map(
                                        yes ->
                                                yes
                                                        ? "≠ laut Buch " + row.item().expectedText()
                                                        : "wie im Buch"));
        var differing = PseudoClass.getPseudoClass("differs");
        row.differs().addListener((_, _, yes) -> words.pseudoClassStateChanged(differing, yes));
        return words;
    }

    private static Button quiet(Button key) {
        key.setFocusTraversable(false);
        return key;
    }
}
