package de.mobilermarktplatz.tablet.ui.kit;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A German keyboard to tap words on, for tablets without another one. */
public final class Keyboard {
    private static final List<String> ROWS =
            List.of("1234567890", "QWERTZUIOPÜ", "ASDFGHJKLÖÄ", "YXCVBNM");

    private Keyboard() {}

    /**
     * @param sign one letter, digit or blank
     */
    public static Node of(Consumer<String> sign, Runnable erase) {
        var board = column("board");
        for (var row : ROWS) {
            var keys = css(new HBox(), "board-row");
            row.chars()
                    .mapToObj(Character::toString)
                    .forEach(one -> keys.getChildren().add(one(one, () -> sign.accept(one))));
            if (row.startsWith("Y")) {
                keys.getChildren().add(one("Leer", () -> sign.accept(" ")));
                keys.getChildren().add(one("⌫", erase));
            }
            board.getChildren().add(keys);
        }
        return board;
    }

    /** Lets a real keyboard do what the tapped one does, while {@code root} has the focus. */
    public static void listen(Node root, Consumer<String> sign, Runnable erase) {
        root.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> {
                    var text = event.getCharacter();
                    if (text.equals("\b")) {
                        erase.run();
                    } else if (text.length() == 1 && !Character.isISOControl(text.charAt(0))) {
                        sign.accept(text.toUpperCase(Locale.GERMAN));
                    }
                });
    }

    /** Keeps the focus where it was, so that typing and tapping can be mixed. */
    private static Button one(String words, Runnable action) {
        var key = grow(key(words, action, "key-board"));
        key.setFocusTraversable(false);
        return key;
    }
}
