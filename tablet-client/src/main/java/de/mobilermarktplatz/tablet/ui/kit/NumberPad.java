package de.mobilermarktplatz.tablet.ui.kit;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** Ten digits as on a telephone. The keyboard's digits are the screen's own matter. */
public final class NumberPad {
    private static final int COLUMNS = 3;

    private NumberPad() {}

    /** Digits and a key that takes the last one back. */
    public static Node of(IntConsumer digit, Runnable erase) {
        return of(digit, erase, null);
    }

    /**
     * The same with a key of the screen's own at the lower left.
     *
     * @param extra null for none
     */
    public static Node of(IntConsumer digit, Runnable erase, @Nullable Button extra) {
        var pad = css(new GridPane(), "pad");
        for (int number = 1; number <= 9; number++) {
            pad.add(digit(number, digit), (number - 1) % COLUMNS, (number - 1) / COLUMNS);
        }
        if (extra != null) {
            pad.add(quiet(css(extra, "key-pad")), 0, COLUMNS);
        }
        pad.add(digit(0, digit), 1, COLUMNS);
        pad.add(quiet(key("⌫", erase, "key-pad")), 2, COLUMNS);
        return pad;
    }

    /**
     * Lets the keyboard's digits, Backspace and Enter do what the pad's keys do, wherever the focus
     * is in {@code root}.
     */
    public static void listen(Node root, IntConsumer digit, Runnable erase, Runnable done) {
        root.addEventHandler(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                event -> {
                    var text = event.getText();
                    if (text.matches("\\d")) {
                        digit.accept(text.charAt(0) - '0');
                    } else if (event.getCode() == KeyCode.BACK_SPACE) {
                        erase.run();
                    } else if (event.getCode() == KeyCode.ENTER) {
                        done.run();
                    } else {
                        return;
                    }
                    event.consume();
                });
    }

    private static Button digit(int number, IntConsumer digit) {
        return quiet(key(Integer.toString(number), () -> digit.accept(number), "key-pad"));
    }

    /** Keeps the focus where it was, so that typing and tapping can be mixed. */
    private static Button quiet(Button key) {
        key.setFocusTraversable(false);
        return key;
    }
}
