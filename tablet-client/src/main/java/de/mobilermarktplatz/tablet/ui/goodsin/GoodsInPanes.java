package de.mobilermarktplatz.tablet.ui.goodsin;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.ui.frame.German;
import de.mobilermarktplatz.tablet.ui.kit.CodePad;
import de.mobilermarktplatz.tablet.ui.kit.Question;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;

/** What stands beside the list of crates: the last scan, a pad for labels, or a question. */
final class GoodsInPanes {
    private final GoodsInViewModel model;

    GoodsInPanes(GoodsInViewModel model) {
        this.model = model;
    }

    Node of(GoodsInViewModel.Step step) {
        return switch (step) {
            case SCANNING -> scanning();
            case TYPING -> typing();
            case ASK_ALL -> askAll();
            case ASK_LOOSE -> askLoose();
        };
    }

    private Node scanning() {
        var nodes = new ArrayList<Node>();
        nodes.add(
                model.last()
                        .get()
                        .map(GoodsInPanes::last)
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
