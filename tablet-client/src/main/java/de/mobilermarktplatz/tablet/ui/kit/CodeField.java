package de.mobilermarktplatz.tablet.ui.kit;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/** A field that shows a code as it is printed, whoever types it: keyboard or {@link CodePad}. */
public final class CodeField {
    private CodeField() {}

    /**
     * @param text as typed; see {@link CodeWords}
     * @param longest signs that fit
     */
    public static TextField of(StringProperty text, int longest, String... looks) {
        var field = css(new TextField(), looks);
        field.setTextFormatter(new TextFormatter<>(change -> grouped(change, longest)));
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static TextFormatter.Change grouped(TextFormatter.Change change, int longest) {
        if (change.isContentChange()) {
            var grouped = CodeWords.grouped(change.getControlNewText(), longest);
            change.setRange(0, change.getControlText().length());
            change.setText(grouped);
            change.selectRange(grouped.length(), grouped.length());
        }
        return change;
    }
}
