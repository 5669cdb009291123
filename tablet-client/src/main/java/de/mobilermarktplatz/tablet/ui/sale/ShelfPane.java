package de.mobilermarktplatz.tablet.ui.sale;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;

import de.mobilermarktplatz.contract.tour.DepositKind;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.core.Shelf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** All articles as tiles, what sells often first, and a key for each kind of empties. */
final class ShelfPane {
    private final SaleViewModel model;
    private final Map<ProductId, Tile> tiles = new HashMap<>();
    private final TilePane shelf = css(new TilePane(), "tiles");
    private final VBox root;

    ShelfPane(SaleViewModel model) {
        this.model = model;
        var again = key("Wie eben", model::again, "key-small");
        again.disableProperty().bind(model.hasSoldBefore().not());
        root =
                column(
                        "column",
                        row(
                                "row",
                                grow(key("Suchen", () -> model.search(), "key-small")),
                                again,
                                key("Storno", model::askVoid, "key-small")),
                        grow(scroll(shelf)),
                        empties());
        show(model.articles().found().get());
        model.articles().found().addListener((_, _, found) -> show(found));
    }

    Node node() {
        return root;
    }

    private void show(List<Shelf.Item> items) {
        var nodes =
                items.stream()
                        .map(
                                item ->
                                        tiles.computeIfAbsent(
                                                        item.product(), _ -> new Tile(model::take))
                                                .show(item))
                        .toList();
        if (!shelf.getChildren().equals(nodes)) {
            shelf.getChildren().setAll(nodes);
        }
    }

    private Node empties() {
        var keys = css(new HBox(), "row");
        for (var kind : model.empties()) {
            keys.getChildren().add(grow(empties(kind)));
        }
        return keys;
    }

    private Node empties(DepositKind kind) {
        return key(
                "↩ " + kind.text() + "\n" + Euro.of(kind.amount()),
                () -> model.bottle(kind),
                "key-empties");
    }
}
