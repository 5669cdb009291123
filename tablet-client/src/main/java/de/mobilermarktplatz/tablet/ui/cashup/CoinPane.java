package de.mobilermarktplatz.tablet.ui.cashup;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.ui.kit.NumberPad;
import de.mobilermarktplatz.tablet.ui.pay.Tendered;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Notes, coins and a number pad: tap a kind, then its count; or plus and minus. */
final class CoinPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int FIRST_COIN = CoinCounter.FACES.indexOf(200);

    private final CoinCounter coins;

    private CoinPane(CoinCounter coins) {
        this.coins = coins;
    }

    /**
     * @param keys below the number pad
     */
    static Parent of(String title, String explanation, CoinCounter coins, Node... keys) {
        return new CoinPane(coins).build(title, explanation, keys);
    }

    private Parent build(String title, String explanation, Node[] keys) {
        var total = label("", "total");
        total.textProperty().bind(coins.total().map(Euro::of));
        var next = key("↓", coins::next);
        next.setAccessibleText("Weiter zum nächsten Wert");
        var pad =
                column(
                        "column",
                        label(title, "title"),
                        text(explanation, "muted"),
                        total,
                        NumberPad.of(coins::digit, coins::erase, next),
                        spring());
        pad.getChildren().addAll(keys);
        var root =
                css(
                        row(
                                "side-by-side",
                                faces(0, FIRST_COIN),
                                faces(FIRST_COIN, CoinCounter.FACES.size()),
                                grow(pad)),
                        "screen",
                        "counting");
        NumberPad.listen(root, coins::digit, coins::erase, coins::next);
        return root;
    }

    private VBox faces(int from, int to) {
        var list = column("faces");
        for (int index = from; index < to; index++) {
            list.getChildren().add(grow(face(index)));
        }
        return list;
    }

    private Node face(int index) {
        int face = CoinCounter.FACES.get(index);
        var choose = key(Tendered.face(face), () -> coins.choose(index), "key-face");
        var count = label("", "face-count");
        count.textProperty()
                .bind(coins.count(index).map(n -> n.intValue() == 0 ? "–" : n.toString()));
        count.setOnMouseClicked(_ -> coins.choose(index));
        var line =
                row(
                        "face",
                        quiet(choose),
                        quiet(key("−", () -> coins.more(index, -1), "key-round")),
                        count,
                        quiet(key("+", () -> coins.more(index, 1), "key-round")));
        line.pseudoClassStateChanged(CHOSEN, coins.chosen().get() == index);
        coins.chosen()
                .addListener(
                        (_, _, now) ->
                                line.pseudoClassStateChanged(CHOSEN, now.intValue() == index));
        return line;
    }

    private static Button quiet(Button key) {
        key.setFocusTraversable(false);
        return key;
    }
}
