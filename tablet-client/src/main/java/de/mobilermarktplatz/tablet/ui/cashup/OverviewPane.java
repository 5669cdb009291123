package de.mobilermarktplatz.tablet.ui.cashup;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** What is to be done in the morning and at the end of the tour, with what is done already. */
final class OverviewPane {
    private final CashUpViewModel model;

    OverviewPane(CashUpViewModel model) {
        this.model = model;
    }

    Node node() {
        var count = key("Kasse zählen", model::count);
        var close = key("Zum Abschluss", model::showCount);
        close.disableProperty().bind(model.counted().not());
        return column(
                "screen",
                label("Kasse", "title"),
                row(
                        "card-row",
                        grow(words("Am Morgen: Anfangsbestand", "Wechselgeld zählen und buchen.")),
                        key("Anfangsbestand", model::openFloat)),
                label("Am Ende der Tour", "big", "money"),
                step(
                        "1",
                        "Reste zählen und abladen",
                        model.goods(),
                        model.unloaded(),
                        key("Abladen", model::unload)),
                step(
                        "2",
                        "Kasse zählen",
                        model.counted()
                                .map(done -> done ? "Zählung gebucht" : "Noch nicht gezählt"),
                        model.counted(),
                        count),
                step(
                        "3",
                        "Tag abschließen",
                        model.counted()
                                .map(
                                        done ->
                                                done
                                                        ? "Differenz ansehen, dann Z-Bon"
                                                        : "Erst zählen"),
                        null,
                        close),
                spring(),
                syncLine());
    }

    private Node syncLine() {
        var sync = text("", "muted");
        sync.textProperty().bind(model.sync());
        return sync;
    }

    private static Node step(
            String number,
            String title,
            ObservableValue<String> state,
            @Nullable BooleanBinding done,
            Button key) {
        var mark = label(number, "step-number");
        if (done != null) {
            mark.textProperty().bind(done.map(isDone -> isDone ? "✓" : number));
        }
        var words = label("", "muted");
        words.textProperty().bind(state);
        return row(
                "card-row",
                mark,
                grow(column("step-words", label(title, "big", "money"), words)),
                key);
    }

    private static Node words(String title, String explanation) {
        return column("step-words", label(title, "big", "money"), label(explanation, "muted"));
    }
}
