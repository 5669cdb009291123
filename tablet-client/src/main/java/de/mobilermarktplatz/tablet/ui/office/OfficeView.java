package de.mobilermarktplatz.tablet.ui.office;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.ui.frame.Screen;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** The sentence about the uplink in big type, four keys beside it. */
public final class OfficeView implements Screen {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Label outcome = text("", "outcome");
    private final Parent root;

    public OfficeView(OfficeViewModel model) {
        var sync = text("", "title");
        sync.textProperty().bind(model.sync());
        var advice = text("", "big");
        advice.textProperty().bind(model.advice());
        var till = label("", "muted");
        till.textProperty().bind(model.till());
        outcome.setMaxWidth(Double.MAX_VALUE);
        model.outcome().addListener((_, _, now) -> show(now));
        show(model.outcome().get());
        var keys =
                column(
                        "column",
                        wide("Jetzt senden", model::send, model, "key-main"),
                        wide("Bücher prüfen", model::verify, model),
                        wide("Tour wechseln", model::changeTour, model),
                        spring(),
                        wide("Tablet sperren", model::lock, model));
        keys.setMinWidth(320);
        root =
                column(
                        "screen",
                        grow(
                                row(
                                        "side-by-side",
                                        grow(
                                                column(
                                                        "column",
                                                        column("card", sync, advice),
                                                        outcome,
                                                        spring(),
                                                        till)),
                                        keys)));
    }

    @Override
    public Parent node() {
        return root;
    }

    private void show(OfficeViewModel.Outcome now) {
        outcome.setText(
                switch (now) {
                    case OfficeViewModel.Outcome.Nothing _ -> "";
                    case OfficeViewModel.Outcome.Good good -> good.sentence();
                    case OfficeViewModel.Outcome.Bad bad -> bad.sentence();
                });
        outcome.setVisible(!outcome.getText().isEmpty());
        outcome.pseudoClassStateChanged(BAD, now instanceof OfficeViewModel.Outcome.Bad);
    }

    private static Button wide(
            String words, Runnable action, OfficeViewModel model, String... looks) {
        var key = key(words, action, looks);
        key.setMaxWidth(Double.MAX_VALUE);
        key.disableProperty().bind(model.busy());
        return key;
    }
}
