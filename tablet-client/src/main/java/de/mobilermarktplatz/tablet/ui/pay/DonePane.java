package de.mobilermarktplatz.tablet.ui.pay;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Euro;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/**
 * It is on the disk and printed: the money that goes back in giant figures, the receipt beside it.
 */
public final class DonePane {
    private DonePane() {}

    /**
     * @param title such as {@code Fertig}
     * @param moneyWords such as {@code Rückgeld}
     * @param money what changes hands now, not negative
     * @param explanation a small line below, may be empty
     * @param receipt printed text
     * @param keys what can be done next, the usual one last
     */
    public static Parent of(
            String title,
            String moneyWords,
            Money money,
            String explanation,
            String receipt,
            List<Button> keys) {
        var figures =
                css(
                        grow(
                                column(
                                        "done",
                                        text(title, "done-title"),
                                        label(moneyWords, "pay-words"),
                                        label(Euro.of(money), "pay-giant"),
                                        text(Tendered.pieces(money), "big"),
                                        text(explanation, "muted"))),
                        "done-figures");
        var below = row("row");
        keys.forEach(SecondTap::ignoredBy);
        keys.forEach(
                key ->
                        below.getChildren()
                                .add(key.getStyleClass().contains("key-main") ? grow(key) : key));
        return css(
                row("side-by-side", grow(column("column", figures, below)), slip(receipt)),
                "screen");
    }

    /** A text as it comes out of the printer. */
    public static Node slip(String receipt) {
        return css(scroll(label(receipt.stripTrailing(), "slip")), "slip-paper");
    }
}
