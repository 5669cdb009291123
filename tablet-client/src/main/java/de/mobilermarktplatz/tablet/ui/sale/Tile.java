package de.mobilermarktplatz.tablet.ui.sale;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.core.Shelf;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** An article as a key: name, price, what is left. */
final class Tile {
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    private final Label name = text("", "tile-name");
    private final Label price = label("", "tile-price");
    private final Label left = label("", "tile-left");
    private final Button key = css(new Button(), "key", "tile");
    private Shelf.@Nullable Item item;

    Tile(Consumer<Shelf.Item> take) {
        key.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        key.setGraphic(column("tile-words", name, spring(), price, left));
        key.setOnAction(
                _ -> {
                    if (item != null) {
                        take.accept(item);
                    }
                });
    }

    Node show(Shelf.Item now) {
        if (!now.equals(item)) {
            item = now;
            name.setText(now.text() + (now.ageLimit() > 0 ? " (ab " + now.ageLimit() + ")" : ""));
            key.setText(now.text());
            price.setText(now.priceText());
            left.setText(now.leftText());
            key.pseudoClassStateChanged(GONE, now.free() <= 0);
        }
        return key;
    }
}
