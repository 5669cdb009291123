package de.mobilermarktplatz.tablet.ui.enrol;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.ui.frame.Screen;
import de.mobilermarktplatz.tablet.ui.kit.CodeField;
import de.mobilermarktplatz.tablet.ui.kit.CodePad;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;

/** The code on the left, the keys on the right. */
public final class EnrolView implements Screen {
    private final TextField code;
    private final Parent root;

    public EnrolView(EnrolViewModel model) {
        code = CodeField.of(model.code(), EnrolViewModel.CODE_LENGTH, "field-big");
        code.setPromptText("______-______");
        code.setOnAction(_ -> model.enrol());
        var enrol = mainKey("Anmelden", model::enrol);
        enrol.setMaxWidth(Double.MAX_VALUE);
        enrol.disableProperty().bind(model.ready().not());
        var left =
                column(
                        "column",
                        text(
                                "Die Leitstelle hat unter „Tablets“ einen Code. Er gilt zehn"
                                        + " Minuten und nur einmal.",
                                "muted"),
                        label("Code"),
                        code,
                        problem(model),
                        spring(),
                        label("Server", "muted"),
                        server(model),
                        enrol);
        root =
                column(
                        "screen",
                        label("Dieses Tablet anmelden", "title"),
                        grow(row("side-by-side", grow(left), CodePad.of(model.code()))));
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        code.requestFocus();
        code.end();
    }

    private static Node problem(EnrolViewModel model) {
        var words = text("", "problem");
        words.textProperty().bind(model.problem());
        words.visibleProperty().bind(model.problem().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private static Node server(EnrolViewModel model) {
        var server = css(new TextField(), "field-small");
        server.textProperty().bindBidirectional(model.server());
        return server;
    }
}
