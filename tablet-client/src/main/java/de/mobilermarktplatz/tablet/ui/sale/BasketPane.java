package de.mobilermarktplatz.tablet.ui.sale;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.fill;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.tablet.core.BasketView;
import de.mobilermarktplatz.tablet.core.Euro;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The basket with its big lines, the total and the way to the money. */
final class BasketPane {
    private final SaleViewModel model;
    private final VBox lines = column("basket");
    private final ScrollPane view = scroll(lines);
    private final VBox root;

    BasketPane(SaleViewModel model) {
        this.model = model;
        var total = label("", "total");
        total.textProperty().bind(model.basket().map(basket -> Euro.of(basket.total())));
        var words = label("", "pay-words");
        words.textProperty()
                .bind(model.basket().map(b -> b.total().isNegative() ? "Auszahlen" : "Summe"));
        var checkOut = mainKey("Kassieren", model::checkOut);
        var abort = key("Abbrechen", model::askAbort, "key-danger");
        var empty = model.basket().map(basket -> basket.lines().isEmpty());
        checkOut.disableProperty().bind(empty);
        abort.disableProperty().bind(empty);
        root =
                column(
                        "basket-pane",
                        grow(view),
                        row("total-line", words, spring(), total),
                        row("row", abort, grow(checkOut)));
        show(model.basket().get().lines());
        model.basket().addListener((_, _, basket) -> show(basket.lines()));
    }

    Node node() {
        return root;
    }

    private void show(List<BasketView.Line> basket) {
        if (basket.isEmpty()) {
            fill(
                    lines,
                    List.of(
                            text("Artikel scannen oder antippen.", "big", "basket-empty"),
                            text("Leergut unten rechts.", "muted", "basket-empty")));
            return;
        }
        boolean grown = basket.size() > lines.getChildren().size();
        fill(lines, basket.stream().map(this::line).toList());
        if (grown) {
            lines.applyCss();
            view.layout();
            view.setVvalue(view.getVmax());
        }
    }

    private Node line(BasketView.Line line) {
        boolean byWeight = line.unit() == Unit.GRAM;
        var fewer = key(byWeight ? "×" : "−", () -> model.fewer(line), "key-round");
        var more = key("+", () -> model.more(line), "key-round");
        fewer.setAccessibleText("Weniger " + line.text());
        more.setAccessibleText("Mehr " + line.text());
        var name = text(empties(line) + line.text(), "line-name");
        return css(
                row(
                        "basket-line",
                        fewer,
                        label(line.amountText(), byWeight ? "line-weight" : "line-amount"),
                        more,
                        grow(column("line-words", name, label(line.priceText(), "line-price"))),
                        label(Euro.plain(line.gross()), "line-gross")),
                line.product() == null ? "line-empties" : "line-goods");
    }

    private static String empties(BasketView.Line line) {
        return line.product() == null ? "Leergut " : "";
    }
}
