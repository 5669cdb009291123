package de.mobilermarktplatz.tablet.ui.goodsin;

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

import de.mobilermarktplatz.tablet.core.LoadList;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.German;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import de.mobilermarktplatz.tablet.ui.kit.CodePad;
import de.mobilermarktplatz.tablet.ui.kit.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
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
    private final Parent root;

    public GoodsInView(GoodsInViewModel model) {
        this.model = model;
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
        fill(
                side,
                List.of(
                        switch (model.step().get()) {
                            case SCANNING -> scanning();
                            case TYPING -> typing();
                            case ASK_ALL -> askAll();
                            case ASK_LOOSE -> askLoose();
                        }));
    }

    private Node scanning() {
        var nodes = new ArrayList<Node>();
        nodes.add(
                model.last()
                        .get()
                        .map(GoodsInView::last)
                        .orElseGet(
                                () ->
                                        css(
                                                column(
                                                        "last",
                                                        text("Kiste scannen", "title"),
                                                        text(
                                                                "Das Etikett klebt an der Stirnseite.",
                                                                "muted")),
                                                "last-none")));
        if (!model.unexpected().isEmpty()) {
            nodes.add(
                    column(
                            "card",
                            label("Gehört nicht zu dieser Tour", "money"),
                            text(String.join(", ", model.unexpected()), "big"),
                            text("Bitte beim Erzeuger lassen.", "muted")));
        }
        nodes.add(spring());
        nodes.add(loose(model.list().get().loose()));
        return column("column", nodes.toArray(Node[]::new));
    }

    private static Node last(GoodsInViewModel.Last last) {
        return css(
                column(
                        "last",
                        label((last.ok() ? "✓ " : "✗ ") + last.code(), "last-code"),
                        text(last.words(), "big")),
                last.ok() ? "last-ok" : "last-no");
    }

    private Node loose(List<String> loose) {
        if (loose.isEmpty()) {
            return column("card", label("✓ Keine lose Ware mehr zu laden", "big"));
        }
        var take = key("Lose Ware laden", model::askLoose);
        take.setMaxWidth(Double.MAX_VALUE);
        return column(
                "card",
                label("Lose Ware", "money"),
                text(
                        German.count(loose.size(), "Artikel", "Artikel")
                                + " ohne Kiste: "
                                + String.join(", ", loose.stream().limit(3).toList())
                                + (loose.size() > 3 ? " …" : ""),
                        "muted"),
                take);
    }

    private Node typing() {
        var code = new SimpleStringProperty("");
        var typed = label("", "field-big", "search-field");
        typed.textProperty().bind(code.map(text -> text.isEmpty() ? "Etikett" : text));
        typed.setMaxWidth(Double.MAX_VALUE);
        var take = mainKey("Laden", () -> model.typed(code.get()));
        take.disableProperty().bind(code.isEmpty());
        return column(
                "column",
                label("Etikett eintippen", "title"),
                typed,
                CodePad.of(code),
                spring(),
                row("row", key("Zurück", () -> model.type(false)), grow(take)));
    }

    private Node askAll() {
        int missing = model.list().get().missing().size();
        return Question.of(
                "Wirklich alles da?",
                German.count(missing, "Kiste ist", "Kisten sind")
                        + " noch nicht gescannt. Mit Ja bestätigen Sie, dass sie im Wagen stehen.",
                mainKey("Ja, alle im Wagen", model::allThere),
                key("Nein, weiter scannen", model::notYet));
    }

    private Node askLoose() {
        var goods = column("column");
        model.list().get().loose().forEach(line -> goods.getChildren().add(label(line, "big")));
        var pane =
                Question.of(
                        "Lose Ware gezählt?",
                        "Mit Ja ist sie im Wagen:",
                        mainKey("Ja, alles im Wagen", model::looseThere),
                        key("Nein, noch nicht", model::notYet));
        pane.getChildren().set(2, grow(scroll(goods)));
        return pane;
    }
}
