package de.mobilermarktplatz.tablet.ui.goodsin;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.fill;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.core.LoadList;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Crates on the left, missing ones first; on the right the last scan in large letters. */
public final class GoodsInView implements Screen {
    private final GoodsInViewModel model;
    private final VBox crates = column("crates");
    private final StackPane side = new StackPane();
    private final GoodsInPanes panes;
    private final Parent root;

    public GoodsInView(GoodsInViewModel model) {
        this.model = model;
        this.panes = new GoodsInPanes(model);
        var title = text("", "title");
        title.textProperty().bind(model.list().map(GoodsInView::title));
        var progress = label("", "big", "money");
        progress.textProperty().bind(model.progress());
        var all = grow(key("Alles da", model::askAll));
        all.disableProperty().bind(model.list().map(list -> list.missing().isEmpty()));
        var left =
                column(
                        "column",
                        title,
                        progress,
                        grow(scroll(crates)),
                        row("row", grow(key("Etikett eintippen", () -> model.type(true))), all));
        left.getStyleClass().add("half");
        root = css(row("side-by-side", left, grow(side)), "screen");
        show(model.list().get());
        model.list().addListener((_, _, list) -> show(list));
        model.step().addListener(_ -> beside());
        model.last().addListener(_ -> beside());
        model.unexpected().addListener((ListChangeListener<String>) _ -> beside());
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void scanned(Scan scan) {
        model.scanned(scan);
    }

    private static String title(LoadList list) {
        return list.place().isEmpty() ? "Beladen" : list.place();
    }

    private void show(LoadList list) {
        fill(
                crates,
                list.crates().stream()
                        .sorted(Comparator.comparing(LoadList.Crate::aboard))
                        .map(GoodsInView::card)
                        .toList());
        beside();
    }

    private static Node card(LoadList.Crate crate) {
        var state =
                label(
                        crate.aboard() ? "✓ an Bord" : "fehlt",
                        "chip",
                        crate.aboard() ? "chip-ok" : "chip-due");
        state.setMinWidth(Region.USE_PREF_SIZE);
        return css(
                row(
                        "crate",
                        label(crate.code(), "crate-code"),
                        grow(
                                column(
                                        "crate-words",
                                        text(contents(crate), "crate-goods"),
                                        text(crate.cold() + " → " + crate.destination(), "muted"))),
                        state),
                crate.aboard() ? "crate-aboard" : "crate-missing");
    }

    private static String contents(LoadList.Crate crate) {
        return crate.contents().isEmpty()
                ? "ohne Inhaltsliste"
                : String.join(", ", crate.contents());
    }

    private void beside() {
        fill(side, List.of(panes.of(model.step().get())));
    }
}
