package de.mobilermarktplatz.tablet.ui.kit;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

/** Only the signs that codes are made of, so that nothing impossible can be tapped. */
public final class CodePad {
    private static final int COLUMNS = 6;

    private CodePad() {}

    /** Taps are appended to the text; the last key takes the last sign back. */
    public static Node of(StringProperty text) {
        var pad = css(new GridPane(), "pad");
        var signs = SpokenCode.ALPHABET;
        for (int i = 0; i < signs.length(); i++) {
            var sign = signs.substring(i, i + 1);
            pad.add(sign(sign, () -> text.set(text.get() + sign)), i % COLUMNS, i / COLUMNS);
        }
        pad.add(
                sign("←", () -> text.set(withoutLast(text.get()))),
                signs.length() % COLUMNS,
                signs.length() / COLUMNS);
        return pad;
    }

    private static Button sign(String sign, Runnable action) {
        var key = key(sign, action, "key-code");
        key.setFocusTraversable(false);
        return key;
    }

    private static String withoutLast(String text) {
        return text.isEmpty() ? text : text.substring(0, text.length() - 1);
    }
}
