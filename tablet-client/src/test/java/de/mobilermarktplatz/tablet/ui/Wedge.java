package de.mobilermarktplatz.tablet.ui;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A keyboard-wedge scanner plugged into a scene: key events as fast as the machine makes them. */
public record Wedge(Scene scene) {
    /** Types the code and Enter. Use it on the screen's thread. */
    public void scan(String code) {
        for (char sign : code.toCharArray()) {
            stroke(KeyCode.getKeyCode(String.valueOf(sign)), String.valueOf(sign));
        }
        stroke(KeyCode.ENTER, "\r");
    }

    private void stroke(KeyCode code, String sign) {
        fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, sign, code);
        fire(KeyEvent.KEY_TYPED, sign, "", KeyCode.UNDEFINED);
        fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, sign, code);
    }

    private void fire(
            javafx.event.EventType<KeyEvent> type, String character, String text, KeyCode code) {
        var focus = scene.getFocusOwner();
        // Without a shown window nobody tidies up a focus owner that has left the scene.
        EventTarget target = focus == null || focus.getScene() != scene ? scene : focus;
        Event.fireEvent(
                target,
                new KeyEvent(
                        type,
                        character,
                        text,
                        code == null ? KeyCode.UNDEFINED : code,
                        false,
                        false,
                        false,
                        false));
    }
}
